namespace Matinee.Core.Search;

/// <summary>The best documents of those offered, in order: by score, then by number.</summary>
/// <param name="count">How many are kept.</param>
/// <param name="after">Only what stands behind this place is kept; null: everything.</param>
sealed class Ranking(int count, Ranked? after)
{
    static readonly Comparer<Ranked> s_worstFirst = Comparer<Ranked>.Create(static (x, y) => y.CompareTo(x));

    readonly PriorityQueue<Ranked, Ranked> _kept = new(s_worstFirst);

    /// <summary>The score that a document must at least have to be kept.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    public void Offer(int document, double score)
    {
        if (score < Bound) return;
        var offered = new Ranked(document, score);
        if (after is { } bound && offered.CompareTo(bound) <= 0) return;
        if (_kept.Count < count) _kept.Enqueue(offered, offered);
        else if (count > 0 && offered.CompareTo(_kept.Peek()) < 0) _kept.EnqueueDequeue(offered, offered);
        if (count > 0 && _kept.Count == count) Bound = _kept.Peek().Score;
    }

    /// <summary>What was kept, best first.</summary>
    public IReadOnlyList<Ranked> Finish() => [.. _kept.UnorderedItems.Select(static item => item.Element).Order()];
}

/// <summary>A document and how well it fits.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Score">Higher fits better.</param>
readonly record struct Ranked(int Document, double Score) : IComparable<Ranked>
{
    /// <summary>The better comes first.</summary>
    public int CompareTo(Ranked other) => other.Score.CompareTo(Score) is var byScore and not 0 ? byScore : Document.CompareTo(other.Document);
}
