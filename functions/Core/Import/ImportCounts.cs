using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Core.Import;

/// <summary>Brings a source's part of the films' counts to where it should be, and the reviews and hot lists with it.</summary>
sealed class ImportCounts(IReviews reviews, IHotMovies hot, TimeProvider clock)
{
    const int MoviesAtOnce = 64;
    const int ToldEvery = 100;

    /// <summary>The reviews of each film.</summary>
    /// <exception cref="ArgumentException">They are too many for a film, or not the source's.</exception>
    public static Dictionary<int, IReadOnlyList<ViewerRating>> ByFilm(ImportedSet set)
    {
        var byFilm = set.Reviews.GroupBy(review => review.MovieId).ToDictionary(film => film.Key, film => (IReadOnlyList<ViewerRating>)[.. film]);
        if (byFilm.Values.FirstOrDefault(film => film.Count > IReviews.MaxUpdate) is { } many)
            throw new ArgumentException($"Film {many[0].MovieId} has {many.Count} imported reviews, and {IReviews.MaxUpdate} are allowed.", nameof(set));
        return set.Reviews.All(review => set.Source.Owns(review.UserId))
            ? byFilm
            : throw new ArgumentException($"A review is not by one of {set.Source}'s people.", nameof(set));
    }

    /// <summary>Gives the number of films whose counts changed.</summary>
    public async Task<int> ApplyAsync(
        ImportSource source,
        IReadOnlyList<(int MovieId, MovieStats Part)> parts,
        IReadOnlyDictionary<int, IReadOnlyList<ViewerRating>> texts,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation)
    {
        var (done, changed) = (0, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = MoviesAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(parts, options, async (film, stop) =>
        {
            var (stats, isChanged) = await ApplyAsync(source, film.MovieId, film.Part, texts.GetValueOrDefault(film.MovieId) ?? [], stop);
            // Even where nothing changed: an earlier run may have ended between the counts and the hot lists.
            foreach (var movie in HotMovie.Of(film.MovieId, stats)) await hot.SaveAsync(movie, stop);
            if (isChanged) Interlocked.Increment(ref changed);
            var now = Interlocked.Increment(ref done);
            if (now % ToldEvery == 0 || now == parts.Count) progress?.Report(new("Counting ratings by film", (double)now / parts.Count, now));
        });
        return changed;
    }

    async Task<(MovieStats Stats, bool IsChanged)> ApplyAsync(
        ImportSource source, int movieId, MovieStats part, IReadOnlyList<ViewerRating> texts, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var known = await reviews.OpenAsync(movieId, [], cancellation);
            var gone = await GoneAsync(source, known, texts, cancellation);
            var ledger = texts.Count + gone.Count == 0
                ? known
                : await reviews.OpenAsync(movieId, [.. texts.Concat(gone).Select(text => text.UserId)], cancellation);
            var stats = ledger.Stats.WithImport(source.Name, part);
            var applied = texts.Concat(gone.Select(text => text.Remove(clock.GetUtcNow())))
                .Select(text => (Text: text, Before: ledger.Applied.GetValueOrDefault(text.UserId)))
                .Where(text => !IsSame(text.Before?.Value, text.Text))
                .Select(text => new AppliedRating(text.Text, text.Before?.ETag))
                .ToList();
            if (ReferenceEquals(stats, ledger.Stats) && applied.Count == 0) return (stats, false);
            try
            {
                await reviews.CommitAsync(new(movieId, stats, ledger.ETag, applied), cancellation);
                return (stats, true);
            }
            catch (ConflictException)
            {
                // A viewer's rating came in between: the source's part is the same, what it is added to is not.
            }
        }
    }

    /// <summary>The source's reviews that are there and shall not be any more.</summary>
    async Task<IReadOnlyList<ViewerRating>> GoneAsync(
        ImportSource source, MovieLedger ledger, IReadOnlyList<ViewerRating> texts, CancellationToken cancellation)
    {
        if (ledger.Stats.Imports.GetValueOrDefault(source.Name, MovieStats.Empty).Reviews == 0) return [];
        var (gone, stay) = (new List<ViewerRating>(), texts.Select(text => text.UserId).ToHashSet());
        string? cursor = null;
        do
        {
            var page = await reviews.ListAsync(ledger.MovieId, new() { Limit = PageRequest.MaxLimit, Cursor = cursor }, cancellation);
            gone.AddRange(page.Items.Where(text => source.Owns(text.UserId) && !stay.Contains(text.UserId)));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return gone;
    }

    // To the millisecond, as stores keep times.
    static bool IsSame(ViewerRating? there, ViewerRating review) =>
        there is not null && (there.Stars, there.Review, there.IsSimulated) == (review.Stars, review.Review, review.IsSimulated)
        && there.RatedAt.ToUnixTimeMilliseconds() == review.RatedAt.ToUnixTimeMilliseconds();
}
