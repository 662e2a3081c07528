using Matinee.Local.CosmosGateway.Sql.Functions;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>COUNT, SUM, AVG, MIN or MAX over a group: its value is there once the group's rows were all seen.</summary>
sealed class Aggregate(string name, Func<Aggregator> start, Expression argument, int index, int position) : Expression
{
    public override IReadOnlyList<Expression> Children => [argument];

    public Expression Argument => argument;

    public string Name => name;

    public int Position => position;

    public Aggregator Start() => start();

    public override SqlValue Evaluate(Row row) => row.Aggregates[index];

    public override string ToString() => $"{name}({argument})";
}
