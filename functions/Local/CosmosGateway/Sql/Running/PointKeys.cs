using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>
/// Finds the only values of a property that a condition can be true for, where it says so: c.id = "1", c.id IN (...), and
/// ANDs and ORs of them.
/// </summary>
static class PointKeys
{
    /// <summary>The values by their canonical JSON, or null if any may do.</summary>
    public static IReadOnlyDictionary<string, SqlValue>? Of(Expression? condition, Row row, IReadOnlyList<string> path) => condition switch
    {
        Comparison { IsEquality: true } comparison =>
            Is(comparison.Children[0], path) ? Values([comparison.Children[1]], row)
            : Is(comparison.Children[1], path) ? Values([comparison.Children[0]], row)
            : null,
        In list when Is(list.Needle, path) => Values(list.Items, row),
        And and => and.Children.Select(term => Of(term, row, path)).Where(static values => values is not null).MinBy(static values => values!.Count),
        Or or => Union(or, row, path),
        _ => null,
    };

    static Dictionary<string, SqlValue>? Union(Or or, Row row, IReadOnlyList<string> path)
    {
        var union = new Dictionary<string, SqlValue>();
        foreach (var term in or.Children)
        {
            if (Of(term, row, path) is not { } values) return null;
            foreach (var (text, value) in values) union[text] = value;
        }

        return union;
    }

    /// <summary>What is undefined is equal to nothing.</summary>
    static Dictionary<string, SqlValue>? Values(IReadOnlyList<Expression> expressions, Row row)
    {
        if (!expressions.All(static expression => expression is Literal or Parameter)) return null;
        var values = new Dictionary<string, SqlValue>();
        foreach (var expression in expressions)
        {
            var value = expression.Evaluate(row);
            if (value.IsDefined) values[ValueText.Canonical(value)] = value;
        }

        return values;
    }

    static bool Is(Expression expression, IReadOnlyList<string> path) =>
        expression is Member { Start: Alias { Slot: 0 } } member && member.Steps.Select(static step => step.Name?.Text).SequenceEqual(path);
}
