using System.Globalization;
using Matinee.Engine.Als;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ranking;
using Matinee.Engine.Ratings;

namespace Matinee.Benchmarks;

/// <summary>
/// What one request costs on one thread: the best films of a whole catalogue against merely reading its factors from
/// memory, one round of each in turn, and folding a viewer in.
/// </summary>
static class Serve
{
    const int Count = 100;
    const int Ratings = 200;
    const int DefaultRounds = 500;
    const int WarmUp = 200; // until everything is compiled at its best; these times are forgotten
    const double MostReads = 2.0;
    const double MostFoldInMilliseconds = 1.0;
    const float Regularization = 0.1f;

    public static IReadOnlyList<Option> Options { get; } = [new("rounds", $"how often everything is measured; {DefaultRounds} by default")];

    public static void Run(Arguments arguments)
    {
        var rounds = arguments.Number("rounds", DefaultRounds, 10, 100_000);
        var random = new SeededRandom(1);
        var catalogue = new ServeCatalogue(2);
        var viewer = ServeCatalogue.Random(ServeCatalogue.Factors, random);
        var rated = new int[Ratings];
        foreach (ref var item in rated.AsSpan()) item = random.Next(ServeCatalogue.Items);
        var excluded = ItemSet.Of(rated);
        var order = new CatalogueOrder(
            ItemTraits.Of(new int[ServeCatalogue.Items], new int[ServeCatalogue.Items]),
            ItemSimilarity.FromVectors(catalogue.Cold(), ServeCatalogue.Factors));
        var scores = new float[ServeCatalogue.Items];
        var own = Array.ConvertAll(rated, item => new OwnRating(item, 4));
        var models = catalogue.Copies.Select(Model).ToArray();

        var read = new Timings("read the factors", rounds);
        var top = new Timings($"top {Count}, {Ratings} left out", rounds);
        var page = new Timings("the same, varied and shuffled", rounds);
        var foldIn = new Timings($"fold in {Ratings} ratings", rounds);
        var used = 0.0;
        for (var round = -WarmUp; round < rounds; round++)
        {
            var (one, other, third, fourth) = (catalogue.Cold(), catalogue.Cold(), catalogue.Cold(), catalogue.Cold());
            read.Measure(() => used += ServeCatalogue.Sum(one));
            top.Measure(() => used += TopItems.Of(new ServeViewer(other, viewer), ServeCatalogue.Items, Count, excluded)[0].Score);
            page.Measure(() =>
            {
                new ServeViewer(third, viewer).ScoreAll(scores);
                used += order.Page(scores, new() { Seed = 1, Excluded = excluded }, 0, Count)[0].Score;
            });
            var model = models[catalogue.PlaceOf(fourth)];
            foldIn.Measure(() => used += model.FoldIn(own).Score(0));
        }

        Machine.Print();
        Console.WriteLine($"{ServeCatalogue.Items:N0} films x {ServeCatalogue.Factors} factors = {ServeCatalogue.Megabytes:F1} MB; {rounds} rounds in turn;");
        Console.WriteLine($"seven copies in turn, so that every pass reads memory and no cache; check sum {used:G6}");
        Print([read, top, page, foldIn], read);
        var ratio = top.Median / read.Median;
        Console.WriteLine($"top {Count} takes {ratio:F2} times as long as reading (at most {MostReads:F1}): {Verdict(ratio <= MostReads)}");
        var kept = foldIn.Median <= MostFoldInMilliseconds;
        Console.WriteLine($"folding in takes {foldIn.Median:F3} ms (at most {MostFoldInMilliseconds:F1}): {Verdict(kept)}");
        new ResultLine().With("read.p50.ms", read.Median).With("top.p50.ms", top.Median).With("top.p99.ms", top.Percentile(0.99))
            .With("top.ratio", ratio).With("page.p50.ms", page.Median)
            .With("foldin.p50.ms", foldIn.Median).With("foldin.p99.ms", foldIn.Percentile(0.99)).Print();
    }

    static AlsModel Model(float[] factors)
    {
        const int width = ServeCatalogue.Factors;
        var equations = new float[width * width];
        Kernels.AddGramLower(factors, width, equations);
        for (var i = 0; i < width; i++) equations[i * width + i] += Regularization;
        return new(IdMap.Range(ServeCatalogue.Items), factors, equations, width, new(new(AlsOptions.DefaultStarsInfluence)));
    }

    static void Print(Timings[] all, Timings read)
    {
        var table = new Table("one thread", "least ms", "p50 ms", "p99 ms", "GB/s", "times read");
        foreach (var timings in all)
        {
            var passes = timings.Median > read.Median / 2;
            table.Add(
                timings.Name, Digits(timings.Percentile(0)), Digits(timings.Median), Digits(timings.Percentile(0.99)),
                passes ? (ServeCatalogue.Megabytes / timings.Median).ToString("F1", CultureInfo.InvariantCulture) : "",
                passes ? (timings.Median / read.Median).ToString("F2", CultureInfo.InvariantCulture) : "");
        }

        table.Print();
    }

    static string Digits(double milliseconds) => milliseconds.ToString("F3", CultureInfo.InvariantCulture);

    static string Verdict(bool kept) => kept ? "kept" : "NOT KEPT";
}
