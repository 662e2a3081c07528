using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>A value that comes with the query.</summary>
sealed class Parameter(string name, int index) : Expression
{
    public override SqlValue Evaluate(Row row) => row.Parameters[index];

    public override string ToString() => name;
}
