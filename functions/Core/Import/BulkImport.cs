using Matinee.Core.Blobs;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Training;
using Matinee.Engine.Training;

namespace Matinee.Core.Import;

/// <summary>
/// Takes data sets in: films into the catalogue, ratings straight into the training snapshot, their counts as one sum a film. A source that is
/// imported again replaces what it brought before, and nothing else.
/// </summary>
/// <remarks>
/// Nothing is written before all of the input was read and found sound. Then come the films, a note of what is going on, the snapshot (all
/// of it or nothing), and the counts, film by film: each film's counts say what is in them of each source, so that each step can be
/// repeated and none counts twice. Whatever cuts it off, the same import once more completes it, and in between every film's counts
/// are those of before or of after.
/// </remarks>
public sealed class BulkImport(IMovies movies, IReviews reviews, IHotMovies hot, SnapshotStore snapshots, IBlobs blobs, TimeProvider clock)
{
    const int FilmsAtOnce = 500;

    readonly ImportCounts _counts = new(reviews, hot, clock);

    /// <summary>All imports, those that were cut off included.</summary>
    public async Task<IReadOnlyList<ImportEntry>> ListAsync(CancellationToken cancellation = default) =>
        (await ImportIndex.ReadAsync(blobs, cancellation)).Imports;

    /// <summary>All imported people of whom something is known, by their ids.</summary>
    public static async Task<IReadOnlyDictionary<string, ImportedPerson>> PeopleAsync(IBlobs blobs, CancellationToken cancellation = default)
    {
        var people = new Dictionary<string, ImportedPerson>();
        foreach (var entry in (await ImportIndex.ReadAsync(blobs, cancellation)).Imports)
        {
            var file = await ImportFile.ReadAsync(blobs, entry.Files[0], cancellation);
            foreach (var person in file?.People ?? []) people[person.UserId] = person;
        }

        return people;
    }

    /// <summary>Imports a set in the place of what its source brought before.</summary>
    public async Task<ImportOutcome> RunAsync(ImportedSet set, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        var byFilm = ImportCounts.ByFilm(set);
        var texts = byFilm.ToDictionary(film => film.Key, film => film.Value.Count);
        var parts = new List<(int MovieId, MovieStats Part)>();
        ImportEntry? entry = null;
        var refreshed = await snapshots.ReplaceImportAsync(set.Source, set.Ratings, async (next, isSame) =>
        {
            parts = [.. next.CountsOf(set.Source, texts)];
            entry = await StartAsync(set, [.. parts.Select(part => part.MovieId)], isSame, cancellation);
            await SaveFilmsAsync(set.Films.Changed, progress, cancellation);
        }, Stages(progress), cancellation);

        var (ratings, users) = refreshed.Snapshot.SizeOf(set.Source);
        var (films, changed) = (parts.Count, 0);
        if (entry!.Completed is null)
        {
            changed = await _counts.ApplyAsync(set.Source, await WithEarlierAsync(parts, entry, cancellation), byFilm, progress, cancellation);
            await CompleteAsync(entry, ratings, users, films, cancellation);
        }

        return new(ratings, users, films, set.Films.Added, set.Films.Changed.Count - set.Films.Added, changed);
    }

    /// <summary>Takes all ratings of a source out again; films stay, as viewers may have rated them.</summary>
    public async Task<ImportOutcome> RemoveAsync(ImportSource source, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        var outcome = await RunAsync(new(source, new([]), []), progress, cancellation);
        var entry = (await ImportIndex.ReadAsync(blobs, cancellation))[source];
        await ImportIndex.ChangeAsync(blobs, index => index.Without(source), cancellation);
        foreach (var file in entry?.Files ?? []) await blobs.DeleteAsync(ImportFile.BlobOf(file), cancellation);
        return outcome;
    }

    /// <summary>Writes down what is about to happen, and keeps the numbers of new films for them; gives a complete entry where nothing is.</summary>
    async Task<ImportEntry> StartAsync(ImportedSet set, IReadOnlyList<int> films, bool isSameRatings, CancellationToken cancellation)
    {
        var file = new ImportFile([.. set.People().OrderBy(person => person.UserId, StringComparer.Ordinal)], films, set.Films.Numbers, ImportFile.HashOf(set.Reviews));
        var before = (await ImportIndex.ReadAsync(blobs, cancellation))[set.Source];
        var newest = before?.Files[0];
        var isSame = newest is not null && await ImportFile.ReadAsync(blobs, newest, cancellation) is { } there && file.IsSameAs(there);
        if (isSame && isSameRatings && set.Films.Changed.Count == 0 && before!.Completed is not null) return before;

        var name = isSame ? newest! : $"{set.Source}-{StampedName.New(clock.GetUtcNow())}";
        if (!isSame) await file.WriteAsync(blobs, name, cancellation);
        var entry = new ImportEntry(set.Source.Name, clock.GetUtcNow(), null, [name, .. (before?.Files ?? []).Where(other => other != name)], 0, 0, 0);
        await ImportIndex.ChangeAsync(blobs, index => set.Films.NextFilm == set.Films.FirstNew || index.NextFilm <= set.Films.FirstNew
            ? index.With(entry) with { NextFilm = Math.Max(index.NextFilm, set.Films.NextFilm) }
            : throw new InvalidOperationException("Another import has taken numbers for its films meanwhile. Run this one again."), cancellation);
        return entry;
    }

    async Task SaveFilmsAsync(IReadOnlyList<Movie> films, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var saved = 0;
        foreach (var some in films.Chunk(FilmsAtOnce))
        {
            await movies.SaveAsync(some, cancellation);
            saved += some.Length;
            progress?.Report(new("Saving films", (double)saved / films.Count, saved));
        }
    }

    // Films that only earlier imports of the source had ratings for lose them.
    async Task<IReadOnlyList<(int MovieId, MovieStats Part)>> WithEarlierAsync(
        List<(int MovieId, MovieStats Part)> parts, ImportEntry entry, CancellationToken cancellation)
    {
        var films = parts.Select(part => part.MovieId).ToHashSet();
        foreach (var name in entry.Files.Skip(1))
        {
            var file = await ImportFile.ReadAsync(blobs, name, cancellation);
            foreach (var film in file?.Films ?? [])
            {
                if (films.Add(film)) parts.Add((film, MovieStats.Empty));
            }
        }

        return parts;
    }

    async Task CompleteAsync(ImportEntry entry, long ratings, int users, int films, CancellationToken cancellation)
    {
        var complete = entry with { Completed = clock.GetUtcNow(), Files = [entry.Files[0]], Ratings = ratings, Users = users, Films = films };
        await ImportIndex.ChangeAsync(blobs, index => index.With(complete), cancellation);
        foreach (var old in entry.Files.Skip(1)) await blobs.DeleteAsync(ImportFile.BlobOf(old), cancellation);
    }

    static IProgress<TrainingProgress>? Stages(IProgress<ImportProgress>? progress) => progress is null ? null : new StageProgress(progress);

    sealed class StageProgress(IProgress<ImportProgress> progress) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress.Report(new(value.Stage, value.Fraction));
    }
}
