using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>condition ? one : other; whatever is not true chooses the other.</summary>
sealed class Conditional(Expression condition, Expression one, Expression other) : Expression
{
    public override IReadOnlyList<Expression> Children => [condition, one, other];

    public override SqlValue Evaluate(Row row) => condition.Evaluate(row).IsTrue ? one.Evaluate(row) : other.Evaluate(row);

    public override string ToString() => $"({condition} ? {one} : {other})";
}

/// <summary>The first that is defined. Null is.</summary>
sealed class Coalesce(Expression first, Expression second) : Expression
{
    public override IReadOnlyList<Expression> Children => [first, second];

    public override SqlValue Evaluate(Row row)
    {
        var value = first.Evaluate(row);
        return value.IsDefined ? value : second.Evaluate(row);
    }

    public override string ToString() => $"({first} ?? {second})";
}
