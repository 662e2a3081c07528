using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>Keeps the first so and so many of any number of candidates, in twice that space.</summary>
sealed class BestCandidates(KeyOrder order, int capacity)
{
    readonly List<Candidate> _kept = [];
    Candidate? _limit;

    /// <summary>Could it be among the first? Saves making a candidate of it.</summary>
    public bool Wants(SqlValue[] keys, RowPosition position) =>
        _limit is null || order.Compare(keys, position, _limit.Keys, _limit.Position) < 0;

    public void Add(Candidate candidate)
    {
        _kept.Add(candidate);
        if (_kept.Count < 2L * capacity) return;
        Cut();
        _limit = _kept[^1];
    }

    public List<Candidate> InOrder()
    {
        Cut();
        return _kept;
    }

    void Cut()
    {
        _kept.Sort(order);
        if (_kept.Count > capacity) _kept.RemoveRange(capacity, _kept.Count - capacity);
    }
}
