using Matinee.Core.Problems;
using Matinee.Core.Ratings;

namespace Matinee.Core.Recommendations;

/// <summary>Checks ratings that come with a request instead of from the store.</summary>
public static class AnonymousRatings
{
    /// <summary>The most ratings of a request.</summary>
    public const int Max = 500;

    /// <summary>The ratings; of several for one film the last counts.</summary>
    /// <exception cref="ProblemException">They are too many, or one can't be.</exception>
    public static IReadOnlyList<RatedMovie> Check(IReadOnlyList<(int MovieId, double Stars)> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (ratings.Count > Max) throw ProblemException.InvalidValue("ratings", $"{ratings.Count} ratings are too many; {Max} are allowed");
        var checkedRatings = new Dictionary<int, RatedMovie>(ratings.Count);
        for (var i = 0; i < ratings.Count; i++)
        {
            var (movieId, stars) = ratings[i];
            if (movieId < 0) throw ProblemException.InvalidValue($"ratings[{i}].movieId", $"{movieId} is negative");
            if (!RatingRules.IsOnScale(stars))
            {
                var problem = FormattableString.Invariant($"{stars} stars are not one of 0.5, 1, 1.5, ... 5");
                throw new ProblemException(ProblemCode.InvalidStars, problem)
                {
                    Errors = new Dictionary<string, string[]> { [$"ratings[{i}].stars"] = [problem] },
                };
            }

            checkedRatings[movieId] = new(movieId, stars, default, 1);
        }

        return [.. checkedRatings.Values.OrderBy(static rating => rating.MovieId)];
    }
}
