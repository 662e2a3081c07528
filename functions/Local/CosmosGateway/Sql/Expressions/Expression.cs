using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>A part of a query that has a value for each row. Immutable once parsed: many runs may share it.</summary>
abstract class Expression
{
    /// <summary>The parts that it is made of.</summary>
    public virtual IReadOnlyList<Expression> Children => [];

    public abstract SqlValue Evaluate(Row row);

    /// <summary>The expression in one normal spelling, by which equal expressions are known.</summary>
    public abstract override string ToString();

    /// <summary>This expression and all in it.</summary>
    public IEnumerable<Expression> All()
    {
        var waiting = new Stack<Expression>([this]);
        while (waiting.TryPop(out var expression))
        {
            yield return expression;
            foreach (var child in expression.Children) waiting.Push(child);
        }
    }
}
