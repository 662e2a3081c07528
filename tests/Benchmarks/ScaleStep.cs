using System.Diagnostics;
using Matinee.Benchmarks.Data;
using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Benchmarks;

/// <summary>One figure of <see cref="Scale"/>, measured in this process.</summary>
static class ScaleStep
{
    const int PageSize = 1 << 16;

    public static void Run(string step, int size, int threads)
    {
        var simulation = Simulation.OfSize(size);
        Warm(simulation);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = new PeakMemory();
        var (ratings, seconds) = Build(simulation);
        var building = peak.Bytes;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        var result = new ResultLine()
            .With("users", ratings.Users.Count).With("films", ratings.Items.Count)
            .With("bytes", Math.Round((double)held / ratings.Count, 2)).With("peak_bytes", Math.Round((double)building / ratings.Count, 2));
        if (step != Scale.Building)
        {
            peak = new PeakMemory();
            var watch = Stopwatch.StartNew();
            Contenders.All(KnownFacts.None).First(contender => contender.Name == step).Grid[0].Trainer.Fit(ratings, new() { Threads = threads });
            seconds = watch.Elapsed.TotalSeconds;
        }

        result.With("seconds", Math.Round(seconds, 2)).With("million_per_s", Math.Round(size / 1e6 / seconds, 2))
            .With("peak_mb", Math.Round(PeakMemory.OfProcess / 1e6)).Print();
        GC.KeepAlive(ratings);
    }

    static (Interactions Ratings, double Seconds) Build(Simulation simulation)
    {
        // The clock stands while ratings are made; the one page they wait in is used again, so that making them leaves no garbage.
        var page = new Rating[PageSize];
        var builder = new InteractionsBuilder();
        var watch = new Stopwatch();
        var filled = 0;
        foreach (var rating in simulation.Ratings())
        {
            page[filled++] = rating;
            if (filled == page.Length) Take();
        }

        Take();
        watch.Start();
        return (builder.Build(), watch.Elapsed.TotalSeconds);

        void Take()
        {
            watch.Start();
            foreach (ref readonly var rating in page.AsSpan(0, filled)) builder.Add(rating);
            watch.Stop();
            filled = 0;
        }
    }

    static void Warm(Simulation simulation) =>
        Interactions.From((simulation with { Users = 100, Films = 1000, Count = 10_000 }).Ratings());
}
