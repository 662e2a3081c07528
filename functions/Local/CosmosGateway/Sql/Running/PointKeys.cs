using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>Finds the only ids that a condition can be true for, where it says so: c.id = "1", c.id IN (...), and ANDs and ORs of them.</summary>
static class PointKeys
{
    /// <summary>The ids, or null if any may do.</summary>
    public static IReadOnlyCollection<string>? Of(Expression? condition, Row row) => condition switch
    {
        Comparison { IsEquality: true } comparison =>
            IsId(comparison.Children[0]) ? Texts([comparison.Children[1]], row)
            : IsId(comparison.Children[1]) ? Texts([comparison.Children[0]], row)
            : null,
        In list when IsId(list.Needle) => Texts(list.Items, row),
        And and => and.Children.Select(term => Of(term, row)).Where(static ids => ids is not null).MinBy(static ids => ids!.Count),
        Or or => Union(or, row),
        _ => null,
    };

    static HashSet<string>? Union(Or or, Row row)
    {
        var union = new HashSet<string>();
        foreach (var term in or.Children)
        {
            if (Of(term, row) is not { } ids) return null;
            union.UnionWith(ids);
        }

        return union;
    }

    /// <summary>An id is a string, so values of other kinds are equal to none.</summary>
    static HashSet<string>? Texts(IReadOnlyList<Expression> values, Row row) =>
        values.All(static value => value is Literal or Parameter)
            ? [.. values.Select(value => value.Evaluate(row)).Where(static value => value.Kind == SqlKind.String).Select(static value => value.Text)]
            : null;

    static bool IsId(Expression expression) =>
        expression is Member { Start: Alias { Slot: 0 }, Steps: [{ Name.Text: "id" }] };
}
