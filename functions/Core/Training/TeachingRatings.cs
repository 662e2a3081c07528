using Matinee.Core.Import;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Training;

/// <summary>The latest ratings, and whose of them may be learned from.</summary>
/// <param name="Refresh">The ratings.</param>
/// <param name="People">Who agrees.</param>
/// <param name="Told">What is known of people who were imported.</param>
public sealed record TeachingRatings(SnapshotRefresh Refresh, ConsentingPeople People, IReadOnlyDictionary<string, ImportedPerson> Told)
{
    /// <summary>May this user's ratings help others?</summary>
    public bool MayTeach(string userId) => People.MayTeach(userId) && Told.GetValueOrDefault(userId) is not { SharesRatings: false };

    /// <summary>The ratings that may be learned from, by user, then by film: users by their numbers, one at a time.</summary>
    public IEnumerable<Rating> All() => Refresh.Snapshot.Of(MayTeach);
}
