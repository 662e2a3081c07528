using Matinee.Azure.Cosmos;
using Matinee.Core.Blobs;
using Matinee.Core.Import;
using Matinee.Core.Ratings;
using Matinee.Core.Training;
using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Hosting;
using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Local.Tests;

/// <summary>An embedded store of a test's own, and what can be asked of it.</summary>
sealed class LocalStore : IAsyncDisposable
{
    readonly TemporaryFolder _folder = new(inMemory: true);
    readonly Gateway _gateway;
    readonly HttpMessageHandler _handler;

    LocalStore()
    {
        _gateway = Gateway.Open(new() { Folder = Path.Combine(_folder.Path, "cosmos"), Commit = CommitMode.Import });
        _handler = _gateway.CreateHandler();
        Stores = CosmosStores.Open(
            new()
            {
                Endpoint = new(Gateway.InProcessEndpoint),
                Key = MasterKey.Emulator,
                HttpClientFactory = () => new HttpClient(_handler, disposeHandler: false),
                Deadline = TimeSpan.FromSeconds(60),
            },
            TimeProvider.System);
        Blobs = new FolderBlobs(Path.Combine(_folder.Path, "blobs"));
        Snapshots = new(Blobs, Stores.RatingChanges, new(), TimeProvider.System);
    }

    public CosmosStores Stores { get; }

    public IBlobs Blobs { get; }

    public SnapshotStore Snapshots { get; }

    public BulkImport Import => new(Stores.Movies, Stores.Reviews, Stores.HotMovies, Snapshots, Blobs, TimeProvider.System);

    public static async Task<LocalStore> OpenAsync()
    {
        var store = new LocalStore();
        await CosmosSchema.CreateAsync(store.Stores.Client);
        return store;
    }

    public Task<FilmCatalogue> CatalogueAsync(ImportSource source) => FilmCatalogue.LoadAsync(Stores.Movies, Blobs, source);

    /// <summary>Applies a viewer's rating as the ratings feed does.</summary>
    public async Task RateAsync(string userId, int movieId, double stars)
    {
        var rating = new ViewerRating { UserId = userId, MovieId = movieId, Stars = stars, RatedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), Version = 1 };
        await Stores.Ratings.SaveAsync(rating, null);
        var ledger = await Stores.Reviews.OpenAsync(movieId, [userId]);
        var update = ledger.Apply([rating]);
        await Stores.Reviews.CommitAsync(update);
        foreach (var hot in HotMovie.Of(movieId, update.Stats)) await Stores.HotMovies.SaveAsync(hot);
    }

    /// <summary>All that can be seen of the store, as lines of text: films, snapshot, counts, reviews, hot lists, people.</summary>
    public async Task<string> DumpAsync()
    {
        var lines = new List<string>();
        foreach (var film in (await CatalogueAsync(ImportSource.Named("nobody"))).Films)
        {
            lines.Add($"film {film.Id} {film.Title} ({film.Year}) [{film.OriginalTitle}] {string.Join('|', film.Genres)} {string.Join('|', film.Keywords)} {film.MovieLensId} {film.ImdbId} {film.TmdbId}");
            var stats = await Stores.Reviews.StatsAsync(film.Id);
            lines.Add($"stats {film.Id} {string.Join(' ', stats.Counts)} {stats.Reviews} {stats.MonthSum} {stats.WeekSum} {stats.NewestDay} {string.Join(' ', stats.Recent)} {string.Join(' ', stats.Imports.Select(part => $"{part.Key}:{part.Value.Count}"))}");
            foreach (var review in (await Stores.Reviews.ListAsync(film.Id, new() { Limit = 200 })).Items) lines.Add($"review {film.Id} {review.UserId} {review.Stars} {review.Review}");
        }

        foreach (var window in Enum.GetValues<HotWindow>())
        {
            foreach (var hot in (await Stores.HotMovies.AllAsync(window)).OrderBy(hot => hot.MovieId)) lines.Add($"hot {window} {hot.MovieId} {hot.Count} {hot.HalvesSum} {hot.Score:R} {string.Join(' ', hot.Days)}");
        }

        foreach (var rating in (await Snapshots.OpenAsync())?.All().OrderBy(rating => rating.UserId, StringComparer.Ordinal).ThenBy(rating => rating.MovieId) ?? Enumerable.Empty<RatingUpdate>()) lines.Add(rating.ToString());
        foreach (var person in (await BulkImport.PeopleAsync(Blobs)).Values.OrderBy(person => person.UserId, StringComparer.Ordinal)) lines.Add(person.ToString());
        foreach (var entry in await Import.ListAsync()) lines.Add($"import {entry.Source} {entry.Ratings} {entry.Users} {entry.Films} {entry.Completed is not null}");
        return string.Join('\n', lines);
    }

    /// <summary>The names and bytes of all blobs: the same only if nothing was written.</summary>
    public async Task<IReadOnlyList<BlobEntry>> BlobListAsync()
    {
        var all = new List<BlobEntry>();
        await foreach (var blob in Blobs.ListAsync("")) all.Add(blob);
        return all;
    }

    public ValueTask DisposeAsync()
    {
        Stores.Dispose();
        _handler.Dispose();
        _gateway.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
