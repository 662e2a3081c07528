using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>An array of several expressions' values; those that are undefined are left out.</summary>
sealed class CreatedArray(IReadOnlyList<Expression> items) : Expression
{
    public override IReadOnlyList<Expression> Children => items;

    public override SqlValue Evaluate(Row row)
    {
        var values = new List<SqlValue>(items.Count);
        foreach (var item in items)
        {
            var value = item.Evaluate(row);
            if (value.IsDefined) values.Add(value);
        }

        return SqlValue.Of(values);
    }

    public override string ToString() => $"[{string.Join(", ", items)}]";
}

/// <summary>An object of several expressions' values; those that are undefined are left out.</summary>
sealed class CreatedObject(IReadOnlyList<string> names, IReadOnlyList<Expression> values) : Expression
{
    public override IReadOnlyList<Expression> Children => values;

    public override SqlValue Evaluate(Row row)
    {
        var properties = new List<SqlProperty>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i].Evaluate(row);
            if (value.IsDefined) properties.Add(new(names[i], value));
        }

        return SqlValue.Of(properties);
    }

    public override string ToString() =>
        $"{{{string.Join(", ", names.Zip(values, (name, value) => $"{ValueText.OfString(name)}: {value}"))}}}";
}
