using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>
/// Keeps the counts of films right: takes batches of changed ratings as often as they come, in whatever order, by several workers
/// at once, and counts each rating exactly once.
/// </summary>
/// <remarks>
/// A film's counts and what of each rating is in them are written together, guarded by the counts' ETag, so a batch that is cut
/// off anywhere can be given again. The hot lists are absolute figures derived from the counts and are written after them, even
/// where the counts did not change: a batch given again makes up for the ones before that ended between the two.
/// </remarks>
public sealed class RatingsFeed(IReviews reviews, IHotMovies hot, IPoison poison, TimeProvider clock)
{
    const int MoviesAtOnce = 4;
    const int MaxRaces = 50;
    const int MaxTorn = 10;

    // A transaction may have 2 MB, and a character up to 6 bytes of JSON.
    const int MaxReviewsLength = 200_000;

    static readonly TimeSpan s_afterRaces = TimeSpan.FromSeconds(1);

    /// <summary>Applies a batch. If it throws, the same batch must be given again.</summary>
    /// <exception cref="StoreException">The store can't take it now.</exception>
    public async Task<FeedOutcome> ApplyAsync(IReadOnlyList<RatingChange> changes, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var (applied, parked) = (0, 0);
        var sound = new List<RatingChange>(changes.Count);
        foreach (var change in changes)
        {
            if (ProblemOf(change) is not { } problem)
            {
                sound.Add(change);
                continue;
            }

            await poison.SaveAsync(change.Park(problem, clock.GetUtcNow()), cancellation).ConfigureAwait(false);
            parked++;
        }

        var movies = sound.GroupBy(static change => change.Rating!.MovieId).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = MoviesAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(movies, options, async (movie, stop) =>
        {
            var outcome = await ApplyAsync(movie.Key, [.. movie], stop).ConfigureAwait(false);
            Interlocked.Add(ref applied, outcome.Applied);
            Interlocked.Add(ref parked, outcome.Parked);
        }).ConfigureAwait(false);
        return new(movies.Count, applied, parked);
    }

    string? ProblemOf(RatingChange change) =>
        change.Problem ?? (change.Rating is { } rating ? RatingRules.ProblemOf(rating, TimeOf(change)) : "it is no rating");

    // What the store took is not of the future, though this machine's clock may have been set back since.
    DateTimeOffset TimeOf(RatingChange change) => clock.GetUtcNow() is var now && change.Stored > now ? change.Stored.Value : now;

    async Task<FeedOutcome> ApplyAsync(int movieId, IReadOnlyList<RatingChange> changes, CancellationToken cancellation)
    {
        var (applied, parked) = (0, 0);
        MovieStats? stats = null;
        foreach (var part in Parts(changes))
        {
            try
            {
                (stats, var count) = await CommitAsync(movieId, part, cancellation).ConfigureAwait(false);
                applied += count;
            }
            catch (Exception error) when (part.Count > 1 && IsHopeless(error))
            {
                // One of them spoils it for all: find out which.
                foreach (var change in part)
                {
                    var outcome = await ApplyAsync(movieId, [change], cancellation).ConfigureAwait(false);
                    (applied, parked) = (applied + outcome.Applied, parked + outcome.Parked);
                }
            }
            catch (Exception error) when (IsHopeless(error))
            {
                await poison.SaveAsync(part[0].Park(error.Message, clock.GetUtcNow()), cancellation).ConfigureAwait(false);
                parked++;
            }
        }

        if (stats is not null)
        {
            foreach (var movie in HotMovie.Of(movieId, stats)) await hot.SaveAsync(movie, cancellation).ConfigureAwait(false);
        }

        return new(1, applied, parked);
    }

    async Task<(MovieStats Stats, int Applied)> CommitAsync(int movieId, IReadOnlyList<RatingChange> changes, CancellationToken cancellation)
    {
        var users = changes.Select(static change => change.Rating!.UserId).ToHashSet();
        var torn = 0;
        for (var race = 0; race < MaxRaces; race++)
        {
            var ledger = await reviews.OpenAsync(movieId, users, cancellation).ConfigureAwait(false);
            try
            {
                var update = ledger.Apply(changes.Select(static change => change.Rating!));
                if (!update.IsEmpty) await reviews.CommitAsync(update, cancellation).ConfigureAwait(false);
                return (update.Stats, update.Applied.Count);
            }
            catch (ConflictException)
            {
                // Another worker got in between, or our own write whose answer was lost: look again.
            }
            catch (InvalidDataException) when (++torn < MaxTorn)
            {
                // Counts and ratings that were read at different moments need not add up. Only if they never do are they damaged.
            }
        }

        throw new StoreUnavailableException($"The counts of movie {movieId} are changed by others all the time.", s_afterRaces);
    }

    static bool IsHopeless(Exception error) => error is StoreRefusedException or InvalidDataException;

    /// <summary>As many at once as a transaction holds.</summary>
    static IEnumerable<IReadOnlyList<RatingChange>> Parts(IReadOnlyList<RatingChange> changes)
    {
        var (part, length) = (new List<RatingChange>(), 0);
        foreach (var change in changes)
        {
            var more = change.Rating!.Review?.Length ?? 0;
            if (part.Count == IReviews.MaxUpdate || (part.Count > 0 && length + more > MaxReviewsLength))
            {
                yield return part;
                (part, length) = ([], 0);
            }

            part.Add(change);
            length += more;
        }

        if (part.Count > 0) yield return part;
    }
}
