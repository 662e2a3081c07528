using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Parsing;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>One page of one query.</summary>
sealed class QueryRun(Select select, Row row, string name, Window window, Continuation? after)
{
    readonly RowSource _rows = new(select, row);

    /// <summary>How many keys the results of a query are ordered by; 0 if they come in the order of the documents.</summary>
    public static int KeysOf(Select select) =>
        select.GroupBy.Count > 0 ? select.GroupBy.Count : select.OrderBy.Count + (select.Distinct ? 1 : 0);

    public SqlPage Run(IEnumerable<SqlDocument> documents)
    {
        if (window.Size == 0) return new([], null);
        if (select.GroupBy.Count > 0 || select.Aggregates.Count > 0)
            return Sorted(new Grouping(select, row).Results(_rows.Matching(documents, null)), new bool[select.GroupBy.Count]);
        var descending = select.OrderBy.Select(static key => key.Descending);
        if (select.Distinct) return Sorted(Distinct(documents), [.. descending, false]);
        return select.OrderBy.Count > 0 ? Sorted(documents, [.. descending]) : Streamed(documents);
    }

    /// <summary>In the order of the documents: reads no further than to the first result of the next page.</summary>
    SqlPage Streamed(IEnumerable<SqlDocument> documents)
    {
        var items = new List<string>();
        var (skip, last) = (window.Skip, default(RowPosition));
        foreach (var position in _rows.Matching(documents, after?.Position))
        {
            var result = select.Projection.Evaluate(row);
            if (!result.IsDefined || skip-- > 0) continue;
            if (items.Count == window.Size) return new(items, Next(items.Count, last, []));
            items.Add(ValueText.Of(result));
            last = position;
            if (items.Count == window.Remaining) break;
        }

        return new(items, null);
    }

    /// <summary>In the order of keys, keeping no more rows than the page needs.</summary>
    SqlPage Sorted(IEnumerable<SqlDocument> documents, bool[] descending)
    {
        var order = new KeyOrder(descending);
        var best = new BestCandidates(order, Wanted);
        var keys = new SqlValue[descending.Length];
        foreach (var position in _rows.Matching(documents, null))
        {
            for (var i = 0; i < keys.Length; i++) keys[i] = select.OrderBy[i].Value.Evaluate(row).Settled();
            if (!IsAfter(order, keys, position) || !best.Wants(keys, position)) continue;
            var result = select.Projection.Evaluate(row);
            if (result.IsDefined) best.Add(new([.. keys], position, result));
        }

        return PageOf(best.InOrder());
    }

    SqlPage Sorted(IEnumerable<Candidate> candidates, bool[] descending)
    {
        var order = new KeyOrder(descending);
        var best = new BestCandidates(order, Wanted);
        foreach (var candidate in candidates)
        {
            if (IsAfter(order, candidate.Keys, candidate.Position)) best.Add(candidate);
        }

        return PageOf(best.InOrder());
    }

    /// <summary>Each result once, ordered by itself after the keys of ORDER BY: the order that stays when documents come and go.</summary>
    IEnumerable<Candidate> Distinct(IEnumerable<SqlDocument> documents)
    {
        var seen = new HashSet<string>();
        foreach (var _ in _rows.Matching(documents, null))
        {
            var result = select.Projection.Evaluate(row);
            if (!result.IsDefined || !seen.Add(ValueText.Canonical(result))) continue;
            yield return new([.. select.OrderBy.Select(key => key.Value.Evaluate(row).Settled()), result.Settled()], default, result);
        }
    }

    SqlPage PageOf(List<Candidate> candidates)
    {
        var items = new List<string>();
        var end = (int)Math.Min(candidates.Count, (long)window.Skip + window.Size);
        for (var i = window.Skip; i < end; i++) items.Add(ValueText.Of(candidates[i].Result));
        var more = end < candidates.Count && items.Count < window.Remaining;
        return new(items, more ? Next(items.Count, candidates[end - 1].Position, candidates[end - 1].Keys) : null);
    }

    /// <summary>The page's results, those before it, and one more, which says that there is another page.</summary>
    int Wanted => (int)Math.Min(int.MaxValue, (long)window.Skip + window.Size + 1);

    bool IsAfter(KeyOrder order, SqlValue[] keys, RowPosition position) =>
        after is null || order.Compare(keys, position, after.Keys, after.Position) > 0;

    string Next(int count, RowPosition last, SqlValue[] keys) => new Continuation(name, (after?.Given ?? 0) + count, last, keys).Write();
}
