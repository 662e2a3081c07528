using Matinee.Core.Models;
using Matinee.Engine.Facts;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Training;

/// <summary>What a retraining works on.</summary>
/// <param name="Ratings">The ratings of those who agree to it, users by their numbers.</param>
/// <param name="Users">Whom the numbers stand for.</param>
/// <param name="Facts">What is known besides.</param>
/// <param name="Watermark">Up to where it goes.</param>
/// <param name="Digest">Tells one state of ratings, consents and plan from another.</param>
public sealed record TrainingData(Interactions Ratings, UserTable Users, KnownFacts Facts, DataWatermark Watermark, string Digest)
{
    /// <summary>What was wrong with stored snapshots that others took the place of.</summary>
    public IReadOnlyList<string> Damage { get; init; } = [];

    /// <summary>Did a model learn from somebody who has withdrawn or left since?</summary>
    public bool HasLeft(ServedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Community is not { } community) return false;
        return community.Neighbours.People.Ids.ToArray().Any(person => Users.NumberOf(community.UserIdOf(person)!) is var user && (user < 0 || Ratings.Users.IndexOf(user) < 0));
    }
}
