namespace Matinee.Engine.Evaluation;

/// <summary>Puts what was found for each user into columns, one a segment.</summary>
static class SegmentColumns
{
    /// <summary>The columns of one metric over all users and over each kind of them; the arrays of users come from <see cref="Users"/>.</summary>
    public static IEnumerable<Column> OfUsers(Metric metric, IReadOnlyDictionary<Segment, int[]> users, double[] parts, double[] weights) =>
        users.Select(segment => Of(metric, segment.Key, segment.Value, parts, weights));

    public static Column Of(Metric metric, Segment segment, int[] users, double[] parts, double[] weights) =>
        new(metric, segment, users, Array.ConvertAll(users, user => parts[user]), Array.ConvertAll(users, user => weights[user]));

    /// <summary>All users that count, and those of each kind.</summary>
    public static IReadOnlyDictionary<Segment, int[]> Users(int count, Func<int, bool> counts, Func<int, Segment> kind)
    {
        var all = Enumerable.Range(0, count).Where(counts).ToArray();
        var segments = new SortedDictionary<Segment, int[]> { [Segment.All] = all };
        foreach (var group in all.GroupBy(kind)) segments[group.Key] = [.. group];
        return segments;
    }
}
