using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>A constant.</summary>
sealed class Literal(SqlValue value) : Expression
{
    public SqlValue Value => value;

    public override SqlValue Evaluate(Row row) => value;

    public override string ToString() => ValueText.Canonical(value);
}
