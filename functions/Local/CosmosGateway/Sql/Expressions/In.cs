using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>Is the value one of several? The same as value = a OR value = b OR ...</summary>
sealed class In(Expression needle, IReadOnlyList<Expression> items, int memo) : Expression
{
    const int WorthHashing = 8;

    readonly bool _constant = items.All(static item => item is Literal or Parameter);

    public Expression Needle => needle;

    public IReadOnlyList<Expression> Items => items;

    public override IReadOnlyList<Expression> Children => [needle, .. items];

    public override SqlValue Evaluate(Row row)
    {
        var value = needle.Evaluate(row);
        if (!value.IsDefined) return SqlValue.Undefined;
        if (_constant && items.Count >= WorthHashing && value.Kind == SqlKind.String)
        {
            var known = (Known)(row.Memos[memo] ??= new Known(items, row));
            return known.Texts.Contains(value.Text) ? SqlValue.True : known.Otherwise;
        }

        var result = SqlValue.False;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i].Evaluate(row);
            if (!item.IsDefined) result = SqlValue.Undefined;
            else if (ValueOrder.Same(value, item)) return SqlValue.True;
        }

        return result;
    }

    public override string ToString() => $"({needle} IN ({string.Join(", ", items)}))";

    /// <summary>The strings among the items.</summary>
    sealed class Known
    {
        public Known(IReadOnlyList<Expression> items, Row row)
        {
            foreach (var item in items)
            {
                var value = item.Evaluate(row);
                if (value.Kind == SqlKind.String) Texts.Add(value.Text);
                else if (!value.IsDefined) Otherwise = SqlValue.Undefined;
            }
        }

        public HashSet<string> Texts { get; } = [];

        public SqlValue Otherwise { get; } = SqlValue.False;
    }
}
