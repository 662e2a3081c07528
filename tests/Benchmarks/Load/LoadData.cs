using Matinee.Azure.Cosmos;
using Matinee.Benchmarks.Data;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Ratings;
using Matinee.Engine.Als;
using Matinee.Engine.Factorization;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;
using Matinee.Local.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Benchmarks.Load;

/// <summary>A data folder as a service of some size has it: films with made-up titles and figures, viewers with ratings, a trained model.</summary>
static class LoadData
{
    public const int RatingsOfViewer = 200;

    const int Ratings = 1_000_000;
    const int Users = 8_000;
    const int CommunityUsers = 2_000;
    const int FirstYear = 1920;
    const int Years = 107;

    static readonly string[] s_genres = ["Action", "Comedy", "Crime", "Documentary", "Drama", "Horror", "Romance", "Sci-Fi", "Thriller", "Western"];
    static readonly string[] s_syllables = ["ba", "cor", "den", "el", "fa", "gor", "hu", "in", "ka", "lor", "mi", "nas", "or", "pel", "ra", "sto", "ti", "ur", "vel", "zo"];

    /// <summary>Makes the folder and gives the tokens of its viewers.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(string folder, int films, int viewers)
    {
        using var backend = await Backend.OpenAsync(new() { Data = folder }, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var stores = backend.Stores;
        await stores.Movies.SaveAsync([.. Enumerable.Range(1, films).Select(FilmOf)]);
        var ratings = Interactions.From(new Simulation(Users, films, Ratings).Ratings());
        await SaveFiguresAsync(stores, ratings);
        var tokens = await SaveViewersAsync(stores, ratings, viewers);
        await PublishAsync(new ModelStore(backend.Blobs, TimeProvider.System), ratings);
        return tokens;
    }

    /// <summary>The words that a film's title is made of: what is typed into the search.</summary>
    public static string TitleOf(int id)
    {
        var random = new SeededRandom(7, (ulong)id);
        return string.Join(' ', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => WordOf(ref random)));
    }

    static string WordOf(ref SeededRandom random)
    {
        var word = "";
        for (var syllables = 2 + random.Next(2); syllables > 0; syllables--) word += s_syllables[random.Next(s_syllables.Length)];
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    static Movie FilmOf(int id)
    {
        var random = new SeededRandom(8, (ulong)id);
        string Person(ref SeededRandom chance) => WordOf(ref chance) + " " + WordOf(ref chance);
        return new()
        {
            Id = id,
            Title = TitleOf(id),
            Year = FirstYear + random.Next(Years),
            Genres = [s_genres[random.Next(s_genres.Length)]],
            RuntimeMinutes = 80 + random.Next(80),
            Language = "en",
            Directors = [Person(ref random)],
            Cast = [Person(ref random), Person(ref random), Person(ref random)],
            Keywords = [WordOf(ref random), WordOf(ref random), WordOf(ref random)],
            Overview = string.Join(' ', Enumerable.Range(0, 20).Select(_ => TitleOf(id))),
        };
    }

    static Task SaveFiguresAsync(CosmosStores stores, Interactions ratings) =>
        Parallel.ForAsync(0, ratings.Items.Count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (item, cancellation) =>
        {
            var stats = MovieStats.Empty;
            var row = ratings.OfItem(item);
            for (var i = 0; i < Math.Min(row.Count, 20); i++) stats = stats.Add(new Vote(row.Halves[i], 5000, false));
            foreach (var figures in HotMovie.Of(ratings.Items[item], stats with { Revision = 1 })) await stores.HotMovies.SaveAsync(figures, cancellation);
        });

    static async Task<IReadOnlyList<string>> SaveViewersAsync(CosmosStores stores, Interactions ratings, int viewers)
    {
        var sessions = new Sessions(stores.Sessions, stores.ViewerMarks, TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        var tokens = new List<string>();
        for (var viewer = 0; viewer < viewers; viewer++)
        {
            var id = $"viewer{viewer}";
            await stores.Users.SaveAsync(new() { Id = id, LoginName = id, PasswordHash = "none", CreatedAt = now }, null);
            var films = Enumerable.Range(0, RatingsOfViewer).Select(n => (viewer * 31 + n * 37) % ratings.Items.Count).Distinct();
            await Parallel.ForEachAsync(films, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (film, cancellation) =>
                await stores.Ratings.SaveAsync(
                    new() { UserId = id, MovieId = ratings.Items[film], Stars = 0.5 * (1 + (film + viewer) % 10), RatedAt = now, Version = 1 }, null, cancellation));
            await stores.ViewerMarks.TouchAsync(id);
            tokens.Add((await sessions.StartAsync(id, "load")).Token);
        }

        return tokens;
    }

    static async Task PublishAsync(ModelStore models, Interactions ratings)
    {
        var run = new TrainingRun();
        var people = Interactions.From(ratings.All().Where(static rating => rating.User <= CommunityUsers));
        var community = (UserNeighboursModel)new UserNeighboursTrainer(new()).Fit(people, run);
        var served = new ServedModel(
            new AlsTrainer(new()).Fit(ratings, run),
            new FactorizationTrainer(new()).Fit(ratings, run),
            new Community(community, people.Users.Ids.ToArray().ToDictionary(static user => user, static user => $"sim:{user}")));
        var manifest = new ModelManifest { Kind = ServedModel.Kind, Data = new(null, TimeProvider.System.GetUtcNow(), ratings.Count, ratings.Users.Count, ratings.Items.Count), Seed = run.Seed, GitCommit = "none" };
        var published = await models.PublishAsync(served.Write(), manifest);
        await models.PromoteAsync(published.Version!, CurrentModel.None);
    }
}
