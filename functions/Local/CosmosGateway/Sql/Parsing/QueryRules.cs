using Matinee.Local.CosmosGateway.Sql.Expressions;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>Refuses what is written correctly but has no meaning, or one that is not served.</summary>
static class QueryRules
{
    /// <summary>Deep enough for any query that is not meant to break a stack.</summary>
    const int MaxDepth = 400;

    public static void Check(Select select)
    {
        CheckDepth(select);
        RefuseAggregates(select.Where, "WHERE");
        foreach (var key in select.GroupBy) RefuseAggregates(key, "GROUP BY");
        foreach (var key in select.OrderBy) CheckOrder(key.Value);

        if (select.Top is not null && select.Limit is not null) throw new SqlException("TOP can't be used together with OFFSET ... LIMIT.");
        if (select.GroupBy.Count > 0 || select.Aggregates.Count > 0) CheckGroups(select);
        if (select.Distinct && select.OrderBy.Count > 0) CheckOrderOfDistinct(select);
    }

    /// <summary>The service sorts by what it can find in its index, and refuses everything else.</summary>
    static void CheckOrder(Expression key)
    {
        RefuseAggregates(key, "ORDER BY");
        if (key is not (Alias or Member { Start: Alias }))
            throw new SqlException($"ORDER BY takes properties, such as c.title, and {key} is none; store it in one, or sort the results.");
    }

    static void CheckGroups(Select select)
    {
        var by = select.GroupBy.Count > 0 ? "GROUP BY" : "an aggregate";
        if (select.OrderBy.Count > 0) throw new SqlException($"ORDER BY can't be used together with {by}.");
        if (select.Distinct) throw new SqlException($"DISTINCT can't be used together with {by}.");
        var keys = select.GroupBy.Select(static key => key.ToString()).ToHashSet();
        RefuseUngrouped(select.Projection, keys, select.Position);
    }

    static void RefuseUngrouped(Expression expression, HashSet<string> keys, int position)
    {
        if (expression is Aggregate || keys.Contains(expression.ToString())) return;
        if (expression is Alias or Member { Start: Alias })
        {
            throw new SqlException(
                position,
                expression is Alias { Name: "*" }
                    ? "SELECT * can't be used with GROUP BY or an aggregate."
                    : $"SELECT has {expression}, which is neither inside an aggregate nor in GROUP BY.");
        }

        foreach (var child in expression.Children) RefuseUngrouped(child, keys, position);
    }

    /// <summary>Which of several equal results ORDER BY should look at is anyone's guess, unless it looks at the result itself.</summary>
    static void CheckOrderOfDistinct(Select select)
    {
        string[] known = select.Projection is CreatedObject list
            ? [.. list.Children.Select(static child => child.ToString())]
            : [select.Projection is Alias ? select.From.Only! : select.Projection.ToString()];
        foreach (var key in select.OrderBy)
        {
            var text = key.Value.ToString();
            if (!known.Any(value => text == value || (key.Value is Member && text.StartsWith(value + "[", StringComparison.Ordinal))))
                throw new SqlException($"With DISTINCT, ORDER BY can only use what SELECT gives, and {text} is not that.");
        }
    }

    static void RefuseAggregates(Expression? expression, string clause)
    {
        if (expression?.All().OfType<Aggregate>().FirstOrDefault() is { } aggregate)
            throw new SqlException(aggregate.Position, $"{aggregate.Name} can't be used in {clause}.");
    }

    static void CheckDepth(Select select)
    {
        var waiting = new Stack<(Expression Expression, int Depth)>();
        waiting.Push((select.Projection, 1));
        if (select.Where is not null) waiting.Push((select.Where, 1));
        foreach (var key in select.GroupBy) waiting.Push((key, 1));
        foreach (var key in select.OrderBy) waiting.Push((key.Value, 1));
        while (waiting.TryPop(out var next))
        {
            if (next.Depth > MaxDepth) throw new SqlException($"The query has expressions that are nested more than {MaxDepth} deep.");
            foreach (var child in next.Expression.Children) waiting.Push((child, next.Depth + 1));
        }
    }
}
