using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Local.Seed.Community;

namespace Matinee.Local.Seed;

/// <summary>Fills an empty store: the bundled films, and a simulated community that has rated them.</summary>
/// <remarks>Each part is complete or done again: whatever cut an earlier run off, this one leaves the same as one that was not.</remarks>
sealed class FirstRun(TimeProvider clock, CommunityOptions? options = null)
{
    /// <summary>Saves what is missing; nothing where all is there.</summary>
    public async Task RunAsync(IMovies movies, BulkImport import, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        var before = await BeforeAsync(import, cancellation);
        if (before?.Completed is not null) return;

        progress?.Report(new("Reading the catalogue", null));
        var films = BundledCatalogue.Films().Select(film => film.ToMovie()).ToList();
        await SaveFilmsAsync(movies, films, progress, cancellation);
        progress?.Report(new("Simulating a community", null));
        // A run that goes on where another was cut off on an earlier day makes the very same ratings.
        var until = before?.Started.UtcDateTime.Date ?? clock.GetUtcNow().UtcDateTime.Date;
        var community = new SimulatedCommunity(ImportSource.Community, films, options is null ? new() { Until = until } : options with { Until = until });
        await import.RunAsync(community.ToSet(new(films), progress, cancellation), progress, cancellation);
    }

    /// <summary>What came of it so far; null where it was never run.</summary>
    public static async Task<ImportEntry?> BeforeAsync(BulkImport import, CancellationToken cancellation) =>
        (await import.ListAsync(cancellation)).FirstOrDefault(entry => entry.Source == ImportSource.Community.Name);

    // What is there already, and may have been filled in by an import, stays as it is.
    static async Task SaveFilmsAsync(IMovies movies, List<Movie> films, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var there = (await movies.FindAsync([.. films.Select(film => film.Id)], cancellation)).Select(film => film.Id).ToHashSet();
        await movies.SaveAsync([.. films.Where(film => !there.Contains(film.Id))], cancellation);
        progress?.Report(new("Saving films", 1, films.Count));
    }
}
