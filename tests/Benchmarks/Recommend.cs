using System.Collections.Immutable;
using System.Globalization;
using Matinee.Benchmarks.Data;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Matinee.Engine.Als;
using Matinee.Engine.Factorization;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Benchmarks;

/// <summary>
/// What a freshly computed page of recommendations costs on one thread: a viewer with 200 ratings, 60,000 films, everything from
/// folding in to the named reasons; another viewer each time.
/// </summary>
static class Recommend
{
    const int Films = 60_000;
    const int Factors = 128;
    const int Ratings = 200;
    const int Viewers = 40;
    const int WarmUp = 100;
    const int DefaultRounds = 400;
    const double MostMilliseconds = 2;
    const float Regularization = 0.1f;

    static readonly string[] s_genres = ["Action", "Comedy", "Crime", "Drama", "Horror", "Musical", "Romance", "War", "Western"];

    public static IReadOnlyList<Option> Options { get; } = [new("rounds", $"how often everything is measured; {DefaultRounds} by default")];

    public static void Run(Arguments arguments)
    {
        var rounds = arguments.Number("rounds", DefaultRounds, 10, 100_000);
        var random = new SeededRandom(1);
        var stage = StageOf(ref random);
        var tastes = new Taste[Viewers];
        foreach (ref var taste in tastes.AsSpan()) taste = TasteOf(ref random);
        var spectators = Array.ConvertAll(tastes, taste => new Spectator(stage, taste));

        var fresh = new Timings("fresh: folded in, listed, predicted, explained", rounds);
        var again = new Timings("another list of a viewer folded in before", rounds);
        var deep = new Timings("the tenth page of that", rounds);
        var rows = new Timings("all rows of the home page", Math.Max(10, rounds / 10));
        var cursor = TenthPage(spectators[0]);
        var shown = 0;
        for (var round = -WarmUp; round < rounds; round++)
        {
            var viewer = (round + WarmUp) % Viewers;
            fresh.Measure(() => shown += RecommendationLists.Of(new(stage, tastes[viewer]), new()).Items.Count);
            again.Measure(() => shown += RecommendationLists.Of(spectators[viewer], new()).Items.Count);
            deep.Measure(() => shown += RecommendationLists.Of(spectators[0], new() { Cursor = cursor }).Items.Count);
            if (round % 10 == 0) rows.Measure(() => shown += HomeRows.Of(spectators[viewer], HomeRows.DefaultLength).Items.Count);
        }

        Machine.Print();
        Console.WriteLine($"{Films:N0} films x {Factors} factors, {Ratings} ratings a viewer, pages of {ListRequest.DefaultLimit}; {rounds} rounds in turn; {shown} shown");
        var table = new Table("one thread", "least ms", "p50 ms", "p99 ms");
        foreach (var timings in (Timings[])[fresh, again, deep, rows])
            table.Add(timings.Name, Digits(timings.Percentile(0)), Digits(timings.Median), Digits(timings.Percentile(0.99)));
        table.Print();
        Console.WriteLine($"a fresh page takes {fresh.Median:F3} ms (at most {MostMilliseconds:F1}): {(fresh.Median <= MostMilliseconds ? "kept" : "NOT KEPT")}");
        new ResultLine().With("fresh.p50.ms", fresh.Median).With("fresh.p99.ms", fresh.Percentile(0.99)).With("again.p50.ms", again.Median)
            .With("deep.p50.ms", deep.Median).With("rows.p50.ms", rows.Median).Print();
    }

    static string TenthPage(Spectator spectator)
    {
        var request = new ListRequest();
        for (var page = 1; page < 10; page++) request = request with { Cursor = RecommendationLists.Of(spectator, request).NextCursor };
        return request.Cursor!;
    }

    static Stage StageOf(ref SeededRandom random)
    {
        var factors = new float[Films * Factors];
        foreach (ref var number in factors.AsSpan()) number = (float)(random.NextNormal() / Math.Sqrt(Factors));
        var equations = new float[Factors * Factors];
        Kernels.AddGramLower(factors, Factors, equations);
        for (var i = 0; i < Factors; i++) equations[i * Factors + i] += Regularization;
        var lists = new AlsModel(IdMap.Range(Films), factors, equations, Factors, new(new(AlsOptions.DefaultStarsInfluence)));

        // What predicts stars, and the people, are trained in a moment: they need not be good, only of the right size.
        var simulated = Interactions.From(new Simulation(3_000, Films, 300_000).Ratings().Select(rating => rating with { Item = rating.Item - 1 }));
        var stars = new FactorizationTrainer(new() { Epochs = 2 }).Fit(simulated, new());
        var people = new UserNeighboursTrainer().Fit(simulated, new());
        var community = new Community(people, people.People.Ids.ToArray().ToDictionary(person => person, person => $"user-{person}"));
        var figures =
            from film in simulated.All().CountBy(rating => rating.Item)
            from window in Enum.GetValues<HotWindow>()
            select new HotMovie { Window = window, MovieId = film.Key, Revision = 1, Score = film.Value, Count = film.Value, HalvesSum = 7L * film.Value };
        var view = new CatalogueView(Movies(), figures, "benchmark");
        var manifest = new ModelManifest { Kind = ServedModel.Kind, Data = new(null, default, 1, 1, 1), Seed = 1, GitCommit = "" };
        return new(view, new(ModelVersion.Parse("20260131-235959123-8f3a91c2"), manifest, new(lists, stars, community), default));
    }

    static ImmutableArray<Movie> Movies() =>
    [
        .. Enumerable.Range(0, Films).Select(static film => new Movie
        {
            Id = film,
            Title = $"Film {film}",
            Year = 1930 + film * 37 % 95,
            Genres = [s_genres[film % s_genres.Length], s_genres[film / 7 % s_genres.Length]],
            Directors = [$"Director {film / 5}"],
        }),
    ];

    static Taste TasteOf(ref SeededRandom random)
    {
        var rated = new Dictionary<int, RatedMovie>();
        while (rated.Count < Ratings)
        {
            var film = random.Next(Films);
            rated[film] = new(film, 0.5 * (1 + random.Next(10)), DateTimeOffset.UnixEpoch, 1);
        }

        return new() { Ratings = [.. rated.Values] };
    }

    static string Digits(double milliseconds) => milliseconds.ToString("F3", CultureInfo.InvariantCulture);
}
