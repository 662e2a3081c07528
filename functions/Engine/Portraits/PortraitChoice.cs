using Matinee.Engine.Portraits.Clusters;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits;

/// <summary>Decides how many portraits there are.</summary>
/// <remarks>
/// The elbow proposes and the silhouette decides: the knee is the count whose inertia lies farthest below the chord of the curve, both
/// axes scaled to 0 to 1; of it and the counts <see cref="Reach"/> above and below, the one with the best silhouette wins, the
/// smaller one where two are equal. Counts with a portrait of too few people to be shown do not stand for election while any other does.
/// </remarks>
static class PortraitChoice
{
    public const int Reach = 1;

    // Samples and seeds move silhouettes by about this much.
    const double Trifle = 0.005;

    const string Stage = "Choosing how many portraits";
    const ulong SampleStream = 6UL << 32;

    /// <summary>Tries every count; a curve without points where there are too few people for two portraits.</summary>
    public static IReadOnlyList<PortraitCount> Try(Points everyone, PortraitsOptions options, TrainingRun run)
    {
        var points = everyone.Sample(options.ChoiceSample, run.Seed, SampleStream);
        var last = Math.Min(options.To, points.Count - 1);
        if (last < options.From) return [];
        var silhouette = new Silhouette(points, options.SilhouetteSample, run);
        var quiet = run with { Progress = null };
        var (found, silhouettes) = (new Clustering[last - options.From + 1], new double[last - options.From + 1]);
        for (var i = 0; i < found.Length; i++)
        {
            run.Progress?.Report(new(Stage, (double)i / found.Length));
            found[i] = KMeans.Fit(points, new() { Clusters = options.From + i, Restarts = options.Restarts }, quiet);
            silhouettes[i] = silhouette.Of(found[i]);
        }

        run.Progress?.Report(new(Stage, 1));
        var depths = Elbow.Depths(Array.ConvertAll(found, clustering => clustering.Inertia));
        return
        [
            .. found.Select((clustering, i) =>
                new PortraitCount(options.From + i, clustering.Inertia, depths[i], silhouettes[i], Smallest(clustering, options.From + i, everyone.Count))),
        ];
    }

    /// <summary>The count that is chosen; 1 where nothing was tried.</summary>
    /// <param name="curve">How well each count did.</param>
    /// <param name="previous">The last training's count, which stays while its silhouette is as good as the best but for a trifle.</param>
    public static int Of(IReadOnlyList<PortraitCount> curve, int? previous)
    {
        var standing = curve.Where(count => count.Smallest >= Portrait.MinPeople).ToList();
        if (standing.Count == 0) return curve.Count == 0 ? 1 : curve[0].Portraits;
        var knee = standing.MaxBy(count => count.Depth)!.Portraits;
        var near = standing.Where(count => Math.Abs(count.Portraits - knee) <= Reach).ToList();
        var best = near.MaxBy(count => count.Silhouette)!;
        return near.Exists(count => count.Portraits == previous && count.Silhouette >= best.Silhouette - Trifle) ? previous!.Value : best.Portraits;
    }

    // A sample's portraits are as large among all as their share of the sample says.
    static int Smallest(Clustering clustering, int asked, int people) =>
        clustering.Clusters < asked ? 0 : (int)((long)clustering.Sizes[^1] * people / clustering.Labels.Length);
}
