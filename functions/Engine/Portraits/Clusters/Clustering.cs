namespace Matinee.Engine.Portraits.Clusters;

/// <summary>Where <see cref="KMeans"/> ended: the largest cluster is number 0.</summary>
/// <param name="Middles">One row a cluster, as wide as the points.</param>
/// <param name="Labels">The cluster of each point.</param>
/// <param name="Sizes">How many points each cluster has; none has none.</param>
/// <param name="Inertia">The sum of squared distances from the middles.</param>
sealed record Clustering(float[] Middles, int[] Labels, int[] Sizes, double Inertia)
{
    public int Clusters => Sizes.Length;

    /// <summary>Takes the padding and the empty clusters out and puts the largest first.</summary>
    public static Clustering Of(Partition partition, Points points)
    {
        // Equally large ones keep the order of their first points, which does not depend on how the middles were seeded.
        var first = new int[partition.Clusters];
        for (var row = points.Count - 1; row >= 0; row--) first[partition.Labels[row]] = row;
        var order = Enumerable.Range(0, partition.Clusters)
            .Where(c => partition.Sizes[c] > 0)
            .OrderByDescending(c => partition.Sizes[c]).ThenBy(c => first[c])
            .ToArray();
        var place = new int[partition.Clusters];
        var middles = new float[order.Length * points.Width];
        for (var c = 0; c < order.Length; c++)
        {
            place[order[c]] = c;
            partition.Middles.AsSpan(order[c] * points.Stride, points.Width).CopyTo(middles.AsSpan(c * points.Width));
        }

        return new(
            middles,
            Array.ConvertAll(partition.Labels, label => place[label]),
            Array.ConvertAll(order, c => partition.Sizes[c]),
            partition.Inertia);
    }
}
