using Matinee.Engine.Portraits.Clusters;
using Matinee.Engine.Training;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Matinee.MlNet.Portraits;

/// <summary>ML.NET's k-means, which starts once a fit and often ends far from the best: so it starts several times, and the best end counts.</summary>
static class ClusterFit
{
    const int MaxPasses = 500;

    /// <summary>Divides the points; fewer clusters come only where there are fewer different points.</summary>
    public static Clustering Of(Points points, int clusters, int restarts, TrainingRun run)
    {
        // ML.NET refuses to make more clusters than there are different points.
        var count = Math.Min(clusters, Different(points, clusters));
        if (count == 0) return new([], [], [], 0);
        var best = Settled(points, Centroids(points, count, SeedOf(run.Seed, 0), run), run);
        for (var restart = 1; restart < restarts && count > 1; restart++)
        {
            var other = Settled(points, Centroids(points, count, SeedOf(run.Seed, restart), run), run);
            if (other.Inertia < best.Inertia) best = other;
        }

        return Clustering.Of(best, points);
    }

    /// <summary>The centroids of one fit, unpadded rows; without those that are no numbers, for nobody is near them.</summary>
    public static float[] Centroids(Points points, int clusters, int seed, TrainingRun run)
    {
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(MeasuredPerson));
        schema[nameof(MeasuredPerson.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, points.Width);
        var people = context.Data.LoadFromEnumerable(
            Enumerable.Range(0, points.Count).Select(row =>
            {
                // ML.NET goes through the people once a pass: the one place where it can be stopped.
                run.Cancellation.ThrowIfCancellationRequested();
                return new MeasuredPerson { Features = points[row][..points.Width].ToArray() };
            }),
            schema);
        var model = context.Clustering.Trainers.KMeans(new KMeansTrainer.Options
        {
            FeatureColumnName = nameof(MeasuredPerson.Features),
            NumberOfClusters = clusters,
            InitializationAlgorithm = KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus,
            NumberOfThreads = 1,
        }).Fit(people).Model;
        VBuffer<float>[]? centroids = null;
        model.GetClusterCentroids(ref centroids!, out _);
        return [.. centroids.Select(centroid => centroid.DenseValues().ToArray()).Where(static middle => Array.TrueForAll(middle, float.IsFinite)).SelectMany(static middle => middle)];
    }

    // The engine's own passes from there on, mostly one or two. ML.NET's sums hang on where in memory it finds its numbers, so its
    // centroids differ in the last digits from fit to fit; the means of who is nearest to which of them do not.
    static Partition Settled(Points points, float[] centroids, TrainingRun run)
    {
        var middles = new float[centroids.Length / points.Width * points.Stride];
        for (var c = 0; c < centroids.Length / points.Width; c++) centroids.AsSpan(c * points.Width, points.Width).CopyTo(middles.AsSpan(c * points.Stride));
        var partition = new Partition(points, middles);
        partition.Settle(MaxPasses, 0, run);
        return partition;
    }

    static int Different(Points points, int enough)
    {
        var seen = new List<int>();
        for (var row = 0; row < points.Count && seen.Count < enough; row++)
        {
            if (!seen.Exists(other => points[other].SequenceEqual(points[row]))) seen.Add(row);
        }

        return seen.Count;
    }

    static int SeedOf(ulong seed, int restart) => unchecked((int)((seed * 0x9E3779B97F4A7C15UL + (ulong)restart) >> 1)) & int.MaxValue;
}

/// <summary>A person's features, as ML.NET reads them.</summary>
sealed class MeasuredPerson
{
    public float[] Features { get; set; } = [];
}
