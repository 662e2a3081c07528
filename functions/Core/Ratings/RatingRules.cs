using Matinee.Engine.Ratings;

namespace Matinee.Core.Ratings;

/// <summary>What a rating must be like.</summary>
public static class RatingRules
{
    /// <summary>The longest review, in characters.</summary>
    public const int MaxReviewLength = 5_000;

    /// <summary>The longest id of a user.</summary>
    public const int MaxUserIdLength = 100;

    const string NotInIds = "/\\?#";

    // Clocks differ; a rating from next year would stay at the top of every list until then.
    static readonly TimeSpan s_clockSkew = TimeSpan.FromDays(1);

    /// <summary>Is it one of 0.5, 1, 1.5, ... 5?</summary>
    public static bool IsOnScale(double stars) => stars is >= Stars.Min and <= Stars.Max && stars * 2 == Math.Floor(stars * 2);

    /// <summary>What is wrong with a rating, with the value; null: nothing.</summary>
    public static string? ProblemOf(ViewerRating rating, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rating);
        if (rating.UserId.Length is 0 or > MaxUserIdLength || rating.UserId.AsSpan().ContainsAny(NotInIds))
            return $"the user id '{rating.UserId}' must have 1 to {MaxUserIdLength} characters and none of {NotInIds}";
        if (rating.MovieId < 0) return $"the movie id {rating.MovieId} is negative";
        if (rating.Stars is { } stars && !IsOnScale(stars)) return $"{stars} stars are not one of 0.5, 1, 1.5, ... 5";
        if (rating.IsRemoved && rating.Review is not null) return "a removed rating has a review";
        if (rating.Review?.Length > MaxReviewLength) return $"the review has {rating.Review.Length} characters, and {MaxReviewLength} are allowed";
        if (rating.RatedAt < Decay.Landmark || rating.RatedAt > now + s_clockSkew)
            return $"the time {rating.RatedAt:O} is before {Decay.Landmark.Year} or in the future";
        return rating.Version < 1 ? $"the version {rating.Version} is not positive" : null;
    }
}
