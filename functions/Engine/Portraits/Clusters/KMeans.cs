using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Portraits.Clusters;

/// <summary>
/// k-means: restarts from k-means++ seeds, side by side; the best is then refined by moving whole middles (random swaps, Fränti
/// 2018) and single points (<see cref="Exchange"/>), neither of which can make it worse.
/// </summary>
static class KMeans
{
    const int MaxPasses = 500;
    const int TrialPasses = 8;
    const double RoughGain = 1e-4;
    const double LeastGain = 1e-6;
    const ulong SwapStream = 3UL << 32;
    const ulong JudgeStream = 4UL << 32;

    // Runs over batches are compared on a sample: enough to tell a bad start from a good one.
    const int JudgedPoints = 20_000;

    /// <summary>Clusters points, which should lie about the origin: sums of squares then keep their digits.</summary>
    public static Clustering Fit(Points points, KMeansOptions options, TrainingRun run)
    {
        if (points.Count == 0) return new([], [], [], 0);
        var clusters = Math.Min(options.Clusters, points.Count);
        var large = points.Count > options.MiniBatchAbove;
        // Refining a sample finds where middles belong as well as refining millions does; all points then settle about them.
        var judges = large ? points.Sample(JudgedPoints, run.Seed, JudgeStream) : points;
        var refined = Settled(judges, Best(points, judges, clusters, options, run), 0, run);
        refined = Swapped(judges, refined, options.Swaps, run);
        refined = Better(refined, Settled(judges, Exchange.Middles(judges, refined, run), 0, run));
        return Clustering.Of(large ? Settled(points, refined.Middles, LeastGain, run) : refined, points);
    }

    static float[] Best(Points points, Points judges, int clusters, KMeansOptions options, TrainingRun run)
    {
        var large = points.Count > options.MiniBatchAbove;
        var alone = run with { Threads = 1, Progress = null };
        var given = options.Start.Length == clusters * points.Width ? 1 : 0;
        var ends = new (float[] Middles, double Inertia)[options.Restarts + given];
        Rows.ForEach(ends.Length, run, () => 0, (restart, _) =>
        {
            var middles = restart == options.Restarts
                ? Padded(options.Start, points)
                : Seeding.Middles(points, clusters, run.Seed, (ulong)restart);
            if (large) MiniBatch.Pull(points, middles, run.Seed, (ulong)restart, alone);
            var partition = new Partition(judges, middles);
            partition.Settle(large ? 1 : MaxPasses, LeastGain, alone);
            ends[restart] = (partition.Middles, partition.Inertia);
        }, chunk: 1);
        return ends.MinBy(end => end.Inertia).Middles;
    }

    /// <summary>Tries to give up one middle at a time, for one where points are far from theirs.</summary>
    static Partition Swapped(Points points, Partition best, int swaps, TrainingRun run)
    {
        var random = new SeededRandom(run.Seed, SwapStream);
        var (distances, stale) = (new float[points.Count], true);
        for (var swap = 0; swap < swaps && best.Clusters > 1; swap++)
        {
            if (stale) Distances(points, best, distances);
            var middles = best.Middles.AsSpan().ToArray();
            var given = random.Next(best.Clusters) * points.Stride;
            points[Seeding.Drawn(distances, ref random)].CopyTo(middles.AsSpan(given, points.Stride));
            var trial = new Partition(points, middles);
            trial.Settle(TrialPasses, RoughGain, run);
            // A trial that is far behind after some passes hardly ever wins.
            stale = trial.Inertia < best.Inertia * (1 + RoughGain);
            if (!stale) continue;
            trial.Settle(MaxPasses, 0, run);
            stale = trial.Inertia < best.Inertia * (1 - LeastGain);
            if (stale) best = trial;
        }

        return best;
    }

    static Partition Settled(Points points, float[] middles, double leastGain, TrainingRun run)
    {
        var partition = new Partition(points, middles);
        partition.Settle(MaxPasses, leastGain, run);
        return partition;
    }

    static Partition Better(Partition one, Partition other) => other.Inertia < one.Inertia ? other : one;

    static void Distances(Points points, Partition partition, float[] distances)
    {
        for (var row = 0; row < distances.Length; row++)
        {
            var middle = partition.Middles.AsSpan(partition.Labels[row] * points.Stride, points.Stride);
            var squared = points.SquaredLengths[row] - 2 * Kernels.Dot(points[row], middle) + Kernels.Dot(middle, middle);
            distances[row] = Math.Max(0, squared);
        }
    }

    static float[] Padded(float[] rows, Points points)
    {
        var padded = new float[rows.Length / points.Width * points.Stride];
        for (var row = 0; row < rows.Length / points.Width; row++)
            rows.AsSpan(row * points.Width, points.Width).CopyTo(padded.AsSpan(row * points.Stride));
        return padded;
    }
}
