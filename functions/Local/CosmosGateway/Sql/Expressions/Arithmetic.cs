using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>+ - * / % on two numbers; undefined for anything else, and where there is no finite result (1 / 0).</summary>
sealed class Arithmetic(char sign, Expression left, Expression right) : Expression
{
    public override IReadOnlyList<Expression> Children => [left, right];

    public override SqlValue Evaluate(Row row)
    {
        var (a, b) = (left.Evaluate(row), right.Evaluate(row));
        if (a.Kind != SqlKind.Number || b.Kind != SqlKind.Number) return SqlValue.Undefined;
        return SqlValue.Of(sign switch
        {
            '+' => a.Number + b.Number,
            '-' => a.Number - b.Number,
            '*' => a.Number * b.Number,
            '/' => a.Number / b.Number,
            _ => a.Number % b.Number,
        });
    }

    public override string ToString() => $"({left} {sign} {right})";
}

/// <summary>The number with its sign turned; undefined for anything else.</summary>
sealed class Negation(Expression operand) : Expression
{
    public override IReadOnlyList<Expression> Children => [operand];

    public override SqlValue Evaluate(Row row)
    {
        var value = operand.Evaluate(row);
        return value.Kind == SqlKind.Number ? SqlValue.Of(-value.Number) : SqlValue.Undefined;
    }

    public override string ToString() => $"(-{operand})";
}

/// <summary>The number as it is; undefined for anything else.</summary>
sealed class Plus(Expression operand) : Expression
{
    public override IReadOnlyList<Expression> Children => [operand];

    public override SqlValue Evaluate(Row row)
    {
        var value = operand.Evaluate(row);
        return value.Kind == SqlKind.Number ? value : SqlValue.Undefined;
    }

    public override string ToString() => $"(+{operand})";
}

/// <summary>Two strings in one; undefined for anything else.</summary>
sealed class Concatenation(Expression left, Expression right) : Expression
{
    public override IReadOnlyList<Expression> Children => [left, right];

    public override SqlValue Evaluate(Row row)
    {
        var (a, b) = (left.Evaluate(row), right.Evaluate(row));
        return a.Kind == SqlKind.String && b.Kind == SqlKind.String ? SqlValue.Of(TextLimit.Join(a.Text, b.Text)) : SqlValue.Undefined;
    }

    public override string ToString() => $"({left} || {right})";
}
