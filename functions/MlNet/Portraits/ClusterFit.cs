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
        var people = Enumerable.Range(0, points.Count).Select(row => points[row][..points.Width].ToArray()).ToArray();
        // ML.NET refuses to make more clusters than there are different points.
        var count = Different(people, clusters);
        if (count == 0) return new([], [], [], 0);
        var best = Settled(points, Centroids(people, count, SeedOf(run.Seed, 0), run), run);
        for (var restart = 1; restart < restarts && count > 1; restart++)
        {
            var other = Settled(points, Centroids(people, count, SeedOf(run.Seed, restart), run), run);
            if (other.Inertia < best.Inertia) best = other;
        }

        return Clustering.Of(best, points);
    }

    /// <summary>The centroids of one fit; without those that are no numbers, for nobody is near them.</summary>
    public static float[][] Centroids(float[][] points, int clusters, int seed, TrainingRun run)
    {
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(MeasuredPerson));
        schema[nameof(MeasuredPerson.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, points[0].Length);
        var people = context.Data.LoadFromEnumerable(
            points.Select(point =>
            {
                // ML.NET goes through the people once a pass: the one place where it can be stopped.
                run.Cancellation.ThrowIfCancellationRequested();
                return new MeasuredPerson { Features = point };
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
        return [.. centroids.Select(centroid => centroid.DenseValues().ToArray()).Where(static middle => Array.TrueForAll(middle, float.IsFinite))];
    }

    // The engine's own passes from there on, mostly one or two: where they end does not hang on the last digits of a centroid.
    static Partition Settled(Points points, float[][] centroids, TrainingRun run)
    {
        var middles = new float[centroids.Length * points.Stride];
        for (var c = 0; c < centroids.Length; c++) centroids[c].CopyTo(middles.AsSpan(c * points.Stride));
        var partition = new Partition(points, middles);
        partition.Settle(MaxPasses, 0, run);
        return partition;
    }

    static int Different(float[][] points, int enough)
    {
        var seen = new List<float[]>();
        foreach (var point in points)
        {
            if (seen.Count == enough) break;
            if (!seen.Exists(other => other.AsSpan().SequenceEqual(point))) seen.Add(point);
        }

        return seen.Count;
    }

    /// <summary>Another seed for each start.</summary>
    public static int SeedOf(ulong seed, int restart) => unchecked((int)((seed * 0x9E3779B97F4A7C15UL + (ulong)restart) >> 1)) & int.MaxValue;
}

/// <summary>A person's features, as ML.NET reads them.</summary>
sealed class MeasuredPerson
{
    public float[] Features { get; set; } = [];
}
