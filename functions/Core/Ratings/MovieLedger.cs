using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>The movie's side of ratings: its counts, and what of each rating is in them.</summary>
/// <param name="MovieId">Which film.</param>
/// <param name="Stats">Its counts.</param>
/// <param name="ETag">The mark of the counts; null: there are none yet.</param>
/// <param name="Applied">By user, the rating that is in the counts: only of the users that were asked for.</param>
/// <remarks>Counts and ratings need not be of the same moment: each has its own mark, and an update is refused unless all still hold.</remarks>
public sealed record MovieLedger(int MovieId, MovieStats Stats, string? ETag, IReadOnlyDictionary<string, Stored<ViewerRating>> Applied)
{
    /// <summary>
    /// Takes ratings in, in the order given: takes back what was applied of each, and adds what it is now. A version that is
    /// not later than the applied one changes nothing, so repeats and stragglers are harmless, and skipped versions are not missed.
    /// </summary>
    public LedgerUpdate Apply(IEnumerable<ViewerRating> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var stats = Stats;
        var changed = new Dictionary<string, ViewerRating>();
        foreach (var rating in ratings)
        {
            var before = changed.GetValueOrDefault(rating.UserId) ?? Applied.GetValueOrDefault(rating.UserId)?.Value;
            if (before?.Version >= rating.Version) continue;
            if (before is not null && Vote.Of(before) is { } old) stats = stats.TakeBack(old);
            if (Vote.Of(rating) is { } vote) stats = stats.Add(vote);
            changed[rating.UserId] = rating;
        }

        var applied = changed.Values.Select(rating => new AppliedRating(rating, Applied.GetValueOrDefault(rating.UserId)?.ETag));
        return new(MovieId, changed.Count == 0 ? stats : stats with { Revision = Stats.Revision + 1 }, ETag, [.. applied]);
    }
}
