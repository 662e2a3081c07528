using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Profiles;
using Matinee.Core.Recommendations;

namespace Matinee.Core.Ratings;

/// <summary>
/// Rates films. Whoever has rated a film has seen it, so it goes off the watchlist. The same stars once more write no new rating, but
/// see again to what a broken-off first attempt may have left undone.
/// </summary>
public sealed class RateFilm(RatingWriter writer, KnownFilms films, IShelf shelf, FirstPageWatch watch, TimeProvider clock)
{
    /// <summary>The most films that are rated at once.</summary>
    public const int MaxMany = 500;

    const int AtOnce = 8;

    /// <summary>Rates one film.</summary>
    /// <exception cref="ProblemException">There is no such film or number of stars, or the rating is not in the state that the caller has seen.</exception>
    public async Task<Rated> RateAsync(string userId, NewRating rating, string? ifMatch, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rating);
        if (!RatingRules.IsOnScale(rating.Stars)) throw new ProblemException(ProblemCode.InvalidStars, StarsProblem(rating.Stars));
        await films.RequireAsync(rating.MovieId, cancellation).ConfigureAwait(false);
        var (rated, difference) = await watch
            .AroundAsync(userId, () => WriteAsync(userId, rating, ifMatch, cancellation), cancellation).ConfigureAwait(false);
        return rated with { FirstPage = difference };
    }

    /// <summary>Rates many films: all are checked before the first is written, and whatever fails in between can be repeated.</summary>
    /// <returns>What became of each, in the order given, and of the first page.</returns>
    /// <exception cref="ProblemException">One of them is not allowed; nothing was written.</exception>
    public async Task<(IReadOnlyList<RatingEffect> Effects, FirstPageChange? FirstPage)> RateManyAsync(
        string userId, IReadOnlyList<NewRating> ratings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        Check(userId, ratings);
        var effects = new RatingEffect[ratings.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        return await watch.AroundAsync<IReadOnlyList<RatingEffect>>(userId, async () =>
        {
            await Parallel.ForEachAsync(ratings.Index(), options, async (one, stop) =>
            {
                effects[one.Index] = await films.FindAsync(one.Item.MovieId, stop).ConfigureAwait(false) is null
                    ? RatingEffect.MovieNotFound
                    : (await WriteAsync(userId, one.Item, null, stop).ConfigureAwait(false)).Effect;
            }).ConfigureAwait(false);
            return effects;
        }, cancellation).ConfigureAwait(false);
    }

    async Task<Rated> WriteAsync(string userId, NewRating rating, string? ifMatch, CancellationToken cancellation)
    {
        var (before, after) = await writer.ChangeAsync(userId, rating.MovieId, ifMatch, old => Next(userId, old, rating), cancellation).ConfigureAwait(false);
        await shelf.RemoveAsync(userId, ShelfKind.Watchlist, rating.MovieId, cancellation).ConfigureAwait(false);
        var effect = ReferenceEquals(before, after) ? RatingEffect.Unchanged
            : before is null or { Value.IsRemoved: true } ? RatingEffect.Created
            : RatingEffect.Changed;
        return new(after!.Value, after.ETag, effect, null);
    }

    ViewerRating Next(string userId, ViewerRating? old, NewRating rating)
    {
        var now = clock.GetUtcNow();
        var isSame = old?.Stars == rating.Stars;
        var ratedAt = Milliseconds(rating.RatedAt ?? (isSame ? old!.RatedAt : now));
        var review = ReviewRules.Trimmed(rating.Review) ?? old?.Review;
        if (isSame && review == old!.Review && ratedAt == old.RatedAt) return old;
        return new()
        {
            UserId = userId,
            MovieId = rating.MovieId,
            Stars = rating.Stars,
            Review = review,
            RatedAt = ratedAt,
            Version = ViewerRating.NextVersion(old?.Version, now),
        };
    }

    void Check(string userId, IReadOnlyList<NewRating> ratings)
    {
        if (ratings.Count is 0 or > MaxMany)
            throw ProblemException.InvalidValue("ratings", $"There are {ratings.Count}; from 1 to {MaxMany} can be sent at once.");
        var errors = new Dictionary<string, string[]>();
        var (seen, now) = (new HashSet<int>(), clock.GetUtcNow());
        foreach (var (i, rating) in ratings.Index())
        {
            if ((seen.Add(rating.MovieId) ? ProblemOf(userId, rating, now) : $"film {rating.MovieId} is there twice") is { } problem)
                errors[$"ratings[{i}]"] = [problem];
        }

        if (errors.Count == 0) return;
        var code = ratings.All(one => RatingRules.IsOnScale(one.Stars)) ? ProblemCode.InvalidValue : ProblemCode.InvalidStars;
        throw new ProblemException(code, $"{errors.Count} of {ratings.Count} ratings are not allowed, so none was written. The first: {errors.First().Value[0]}") { Errors = errors };
    }

    static string? ProblemOf(string userId, NewRating rating, DateTimeOffset now)
    {
        if (!RatingRules.IsOnScale(rating.Stars)) return StarsProblem(rating.Stars);
        if (rating.RatedAt > now) return $"the time {rating.RatedAt:O} is in the future";
        return (rating.Review is null ? null : ReviewRules.ProblemOf(rating.Review)) ?? RatingRules.ProblemOf(
            new() { UserId = userId, MovieId = rating.MovieId, Stars = rating.Stars, RatedAt = rating.RatedAt ?? now, Version = 1 }, now);
    }

    static string StarsProblem(double stars) => $"{stars} stars are not one of 0.5, 1, 1.5, ... 5";

    // As exact as the store keeps it, or the same rating would look like another one.
    static DateTimeOffset Milliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
