using System.Collections.Immutable;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Ratings;
using Matinee.Engine.Als;
using Matinee.Engine.Factorization;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Tests.Simulated;

/// <summary>
/// A town of people with known tastes who rated films of a few genres, the models of it, and its catalogue: some of its films nobody
/// has rated. Film ids are 10, 20, 30, ... so that no id is a place.
/// </summary>
sealed class Town
{
    public const int Films = 1200;
    public const int RatedFilms = 1100;
    public const int People = 500;
    public const int IdStep = 10;
    const int Tastes = 4;

    static readonly string[] s_genres = ["Drama", "Comedy", "Crime", "Romance", "Horror", "Western", "War", "Musical"];
    static readonly Lazy<Town> s_small = new(() => new());

    readonly double[][] _traits;
    readonly double[] _biases;

    Town()
    {
        var random = new Random(7);
        _traits = [.. Enumerable.Range(0, Films).Select(_ => Vector(random))];
        _biases = [.. Enumerable.Range(0, Films).Select(_ => 0.5 * Normal(random))];
        var rows = new List<Rating>();
        for (var person = 1; person <= People; person++)
        {
            foreach (var (film, stars) in Visit(random, random.Next(20, 60)))
                rows.Add(new(person, film, (float)stars, 1_700_000_000 + rows.Count));
        }

        Ratings = Interactions.From(rows);
        Model = new(
            new AlsTrainer(new() { Factors = 16, Epochs = 6 }).Fit(Ratings, new()),
            new FactorizationTrainer(new() { Factors = 6 }).Fit(Ratings, new()),
            new(new UserNeighboursTrainer().Fit(Ratings, new()), Enumerable.Range(1, People).ToDictionary(person => person, UserId)));
        Catalogue = new(Movies(), Figures(rows), "town");
    }

    public static Town Small => s_small.Value;

    public Interactions Ratings { get; }

    public ServedModel Model { get; }

    public CatalogueView Catalogue { get; }

    public static string UserId(int person) => $"user-{person}";

    public LoadedModel Loaded(ServedModel? model = null, string version = "20260131-235959123-8f3a91c2") =>
        new(ModelVersion.Parse(version), Manifest(), model ?? Model, new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));

    public static ModelManifest Manifest(DateTimeOffset? taken = null) => new()
    {
        Kind = ServedModel.Kind,
        Data = new(null, taken ?? new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero), 1, 1, 1),
        Seed = 1,
        GitCommit = "0000000",
    };

    /// <summary>Someone new, with tastes of their own and so many ratings.</summary>
    public IReadOnlyList<RatedMovie> Newcomer(Random random, int ratings) =>
        [.. Visit(random, ratings).Select(rated => new RatedMovie(rated.Film, rated.Stars, s_ratedAt, 1))];

    static readonly DateTimeOffset s_ratedAt = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    IEnumerable<(int Film, double Stars)> Visit(Random random, int count)
    {
        var tastes = Vector(random);
        var seen = new HashSet<int>();
        while (seen.Count < count)
        {
            // Few films are seen by many.
            var film = (int)(RatedFilms * Math.Pow(random.NextDouble(), 2.5));
            var liking = _biases[film] + Enumerable.Range(0, Tastes).Sum(d => tastes[d] * _traits[film][d]);
            if (random.NextDouble() > 1 / (1 + Math.Exp(-2 * liking)) || !seen.Add(film)) continue;
            yield return (IdStep * (film + 1), Math.Clamp(Math.Round(2 * (3.3 + liking + 0.4 * Normal(random))) / 2, 0.5, 5));
        }
    }

    ImmutableArray<Movie> Movies() =>
    [
        .. Enumerable.Range(0, Films).Select(film => new Movie
        {
            Id = IdStep * (film + 1),
            Title = $"Film {film + 1}",
            Year = 1930 + film * 37 % 95,
            // The sign of its first traits makes a genre, so that tastes are tastes for genres too.
            Genres = [s_genres[(_traits[film][0] > 0 ? 1 : 0) + (_traits[film][1] > 0 ? 2 : 0) + (_traits[film][2] > 0 ? 4 : 0)]],
        }),
    ];

    static IEnumerable<HotMovie> Figures(List<Rating> rows) =>
        from film in rows.GroupBy(row => row.Item)
        from window in Enum.GetValues<HotWindow>()
        select new HotMovie
        {
            Window = window,
            MovieId = film.Key,
            Revision = 1,
            Score = window == HotWindow.All ? film.Count() : film.Count() * (1 + film.Key % 7),
            Count = film.Count(),
            HalvesSum = film.Sum(row => (long)(2 * row.Stars)),
        };

    static double[] Vector(Random random) => [.. Enumerable.Range(0, Tastes).Select(_ => 0.6 * Normal(random))];

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
