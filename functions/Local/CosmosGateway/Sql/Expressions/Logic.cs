using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>AND over two or more terms: false if one is, else undefined if one is not a boolean, else true.</summary>
sealed class And(IReadOnlyList<Expression> terms) : Expression
{
    public override IReadOnlyList<Expression> Children => terms;

    public override SqlValue Evaluate(Row row)
    {
        var result = SqlValue.True;
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i].Evaluate(row);
            if (term.IsFalse) return term;
            if (!term.IsTrue) result = SqlValue.Undefined;
        }

        return result;
    }

    public override string ToString() => $"({string.Join(" AND ", terms)})";
}

/// <summary>OR over two or more terms: true if one is, else undefined if one is not a boolean, else false.</summary>
sealed class Or(IReadOnlyList<Expression> terms) : Expression
{
    public override IReadOnlyList<Expression> Children => terms;

    public override SqlValue Evaluate(Row row)
    {
        var result = SqlValue.False;
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i].Evaluate(row);
            if (term.IsTrue) return term;
            if (!term.IsFalse) result = SqlValue.Undefined;
        }

        return result;
    }

    public override string ToString() => $"({string.Join(" OR ", terms)})";
}

/// <summary>NOT; undefined for everything but booleans.</summary>
sealed class Not(Expression operand) : Expression
{
    public override IReadOnlyList<Expression> Children => [operand];

    public override SqlValue Evaluate(Row row)
    {
        var value = operand.Evaluate(row);
        return value.IsTrue ? SqlValue.False : value.IsFalse ? SqlValue.True : SqlValue.Undefined;
    }

    public override string ToString() => $"(NOT {operand})";
}
