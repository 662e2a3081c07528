using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Functions;
using Matinee.Local.CosmosGateway.Sql.Parsing;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>GROUP BY and aggregates: one result a group, or one of all rows if there are no groups.</summary>
sealed class Grouping(Select select, Row row)
{
    readonly Dictionary<string, Group> _groups = [];

    public IEnumerable<Candidate> Results(IEnumerable<RowPosition> rows)
    {
        var all = select.GroupBy.Count == 0 ? Start([]) : null;
        foreach (var _ in rows)
        {
            var group = all ?? GroupOf();
            for (var i = 0; i < group.Aggregators.Length; i++)
            {
                var value = select.Aggregates[i].Argument.Evaluate(row);
                if (value.IsDefined) group.Aggregators[i].Add(value);
            }
        }

        IEnumerable<Group> groups = all is null ? _groups.Values : [all];
        foreach (var group in groups)
        {
            row.Bindings = group.Bindings;
            row.Aggregates = [.. group.Aggregators.Select(static aggregator => aggregator.Result)];
            var result = select.Projection.Evaluate(row);
            if (result.IsDefined) yield return new(group.Keys, default, result);
        }
    }

    Group GroupOf()
    {
        SqlValue[] keys = [.. select.GroupBy.Select(key => key.Evaluate(row).Settled())];
        var name = string.Join(',', keys.Select(static key => ValueText.Canonical(key)));
        if (!_groups.TryGetValue(name, out var group)) _groups[name] = group = Start(keys);
        return group;
    }

    Group Start(SqlValue[] keys) => new(keys, [.. row.Bindings], [.. select.Aggregates.Select(static aggregate => aggregate.Start())]);

    /// <summary>A group: its first row stands for all of them wherever only the keys matter.</summary>
    sealed record Group(SqlValue[] Keys, SqlValue[] Bindings, Aggregator[] Aggregators);
}
