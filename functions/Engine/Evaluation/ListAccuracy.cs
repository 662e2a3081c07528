using Matinee.Engine.Ratings;

namespace Matinee.Engine.Evaluation;

/// <summary>The accuracy of lists, counting only some of the test films as relevant; the lists stay what they are.</summary>
/// <param name="users">How many test users there are.</param>
/// <param name="k">How long lists might be.</param>
/// <param name="counts">Which test films count.</param>
sealed class ListAccuracy(int users, int k, Func<int, bool> counts)
{
    readonly double[][] _values = [.. Enumerable.Range(0, ListHits.Metrics.Length).Select(_ => new double[users])];
    readonly double[] _weights = new double[users];

    /// <summary>Judges a list: in <paramref name="hits"/> stars in halves, 0 where not relevant, in <paramref name="tested"/> the test films.</summary>
    public void Add(int user, RatingRow row, byte relevantFrom, ReadOnlySpan<int> tested, ReadOnlySpan<byte> hits)
    {
        var relevant = new byte[row.Count];
        var found = 0;
        for (var i = 0; i < row.Count; i++)
        {
            if (row.Halves[i] >= relevantFrom && counts(row.Others[i])) relevant[found++] = row.Halves[i];
        }

        if (found == 0) return;
        Array.Sort(relevant, 0, found);
        Array.Reverse(relevant, 0, found);
        var counted = hits.ToArray();
        for (var place = 0; place < counted.Length; place++)
        {
            if (counted[place] > 0 && !counts(tested[place])) counted[place] = 0;
        }

        Span<double> values = stackalloc double[ListHits.Metrics.Length];
        new ListHits(counted, relevant.AsSpan(0, found), k).Fill(values);
        for (var metric = 0; metric < values.Length; metric++) _values[metric][user] = values[metric];
        _weights[user] = 1;
    }

    public IEnumerable<Column> Columns(IReadOnlyDictionary<Segment, int[]> usersOf) =>
        ListHits.Metrics.ToArray().SelectMany((metric, i) => SegmentColumns.OfUsers(metric, usersOf, _values[i], _weights));

    /// <summary>The columns of the users who have a film that counts.</summary>
    public IEnumerable<Column> Columns(Segment segment) =>
        Columns(new Dictionary<Segment, int[]> { [segment] = [.. Enumerable.Range(0, users).Where(user => _weights[user] > 0)] });
}
