using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>A name that FROM or JOIN gives. SELECT comes first, so its slot is known only later.</summary>
sealed class Alias(string name, int position) : Expression
{
    public string Name => name;

    public int Position => position;

    public int Slot { get; set; }

    public override SqlValue Evaluate(Row row) => row.Bindings[Slot];

    public override string ToString() => name;
}
