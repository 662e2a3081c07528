namespace Matinee.Local.Tests.Seed;

/// <summary>Lloyd's algorithm as the textbook has it, and the adjusted Rand index: just enough to see whether planted groups can be found again.</summary>
static class KMeans
{
    public static int[] Best(double[][] points, int k, int restarts) =>
        Enumerable.Range(0, restarts).Select(seed => Run(points, k, seed)).MinBy(run => run.Inertia).Labels;

    public static double AdjustedRand(int[] one, int[] two)
    {
        static double Pairs(double n) => n * (n - 1) / 2;
        var both = one.Zip(two).CountBy(pair => pair).Sum(cell => Pairs(cell.Value));
        var (first, second) = (one.CountBy(label => label).Sum(group => Pairs(group.Value)), two.CountBy(label => label).Sum(group => Pairs(group.Value)));
        var expected = first * second / Pairs(one.Length);
        return (both - expected) / ((first + second) / 2 - expected);
    }

    static (int[] Labels, double Inertia) Run(double[][] points, int k, int seed)
    {
        var random = new Random(seed);
        var centres = new List<double[]> { points[random.Next(points.Length)] };
        while (centres.Count < k)
        {
            var distances = points.Select(point => centres.Min(centre => Squared(point, centre))).ToArray();
            var (at, left) = (0, random.NextDouble() * distances.Sum());
            while (at < points.Length - 1 && (left -= distances[at]) > 0) at++;
            centres.Add(points[at]);
        }

        var labels = new int[points.Length];
        for (var round = 0; round < 40; round++)
        {
            int[] next = [.. points.Select(point => Enumerable.Range(0, k).MinBy(centre => Squared(point, centres[centre])))];
            if (round > 0 && next.AsSpan().SequenceEqual(labels)) break;
            labels = next;
            centres = [.. Enumerable.Range(0, k).Select(label => Mean([.. points.Where((_, i) => labels[i] == label)]) ?? centres[label])];
        }

        return (labels, points.Select((point, i) => Squared(point, centres[labels[i]])).Sum());
    }

    static double[]? Mean(double[][] points) => points.Length == 0 ? null : [.. points[0].Select((_, d) => points.Average(point => point[d]))];

    static double Squared(double[] one, double[] two)
    {
        var sum = 0.0;
        for (var d = 0; d < one.Length; d++) sum += (one[d] - two[d]) * (one[d] - two[d]);
        return sum;
    }
}
