using Matinee.Azure.Cosmos;
using Matinee.Core.Blobs;
using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Local.Seed.Community;

namespace Matinee.Local.Seed;

/// <summary>Fills an empty store: the bundled films, and a simulated community that has rated them.</summary>
/// <remarks>Each part is complete or done again: whatever cut an earlier run off, this one leaves the same as one that was not.</remarks>
sealed class FirstRun(TimeProvider clock, CommunityOptions? options = null)
{
    /// <summary>Saves what is missing; nothing where all is there.</summary>
    public async Task RunAsync(CosmosStores stores, IBlobs blobs, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        var import = ImportOf(stores, blobs);
        var before = await BeforeAsync(import, cancellation);
        if (before?.Completed is not null) return;

        progress?.Report(new("Reading the catalogue", null));
        var films = BundledCatalogue.Films().Select(film => film.ToMovie()).ToList();
        await SaveFilmsAsync(stores.Movies, films, progress, cancellation);
        progress?.Report(new("Simulating a community", null));
        // A run that goes on where another was cut off on an earlier day makes the very same ratings.
        var until = before?.Started.UtcDateTime.Date ?? clock.GetUtcNow().UtcDateTime.Date;
        var community = new SimulatedCommunity(ImportSource.Community, films, options is null ? new() { Until = until } : options with { Until = until });
        await import.RunAsync(community.ToSet(new(films), progress, cancellation), progress, cancellation);
    }

    /// <summary>Has it ever been run, to its end or not?</summary>
    public async Task<bool> HasBegunAsync(CosmosStores stores, IBlobs blobs, CancellationToken cancellation) =>
        await BeforeAsync(ImportOf(stores, blobs), cancellation) is not null;

    /// <summary>Is there nothing left for it to do?</summary>
    public async Task<bool> IsCompleteAsync(CosmosStores stores, IBlobs blobs, CancellationToken cancellation) =>
        (await BeforeAsync(ImportOf(stores, blobs), cancellation))?.Completed is not null;

    static async Task<ImportEntry?> BeforeAsync(BulkImport import, CancellationToken cancellation) =>
        (await import.ListAsync(cancellation)).FirstOrDefault(entry => entry.Source == ImportSource.Community.Name);

    BulkImport ImportOf(CosmosStores stores, IBlobs blobs) => new(
        stores.Movies, stores.Reviews, stores.HotMovies, new(blobs, stores.RatingChanges, new(), clock), blobs, clock);

    // What is there already, and may have been filled in by an import, stays as it is.
    static async Task SaveFilmsAsync(IMovies movies, List<Movie> films, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var there = (await movies.FindAsync([.. films.Select(film => film.Id)], cancellation)).Select(film => film.Id).ToHashSet();
        await movies.SaveAsync([.. films.Where(film => !there.Contains(film.Id))], cancellation);
        progress?.Report(new("Saving films", 1, films.Count));
    }
}
