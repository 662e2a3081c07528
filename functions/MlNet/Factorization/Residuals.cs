using Matinee.Engine.Baseline;
using Matinee.Engine.Ratings;

namespace Matinee.MlNet.Factorization;

/// <summary>What is left of the stars once the mean and both biases are taken away: ML.NET's factorization has none of these.</summary>
/// <param name="Ratings">The ratings.</param>
/// <param name="Baseline">The mean, and the films' biases.</param>
/// <param name="UserBiases">The users' biases.</param>
sealed record Residuals(Interactions Ratings, BaselineModel Baseline, float[] UserBiases)
{
    public static Residuals Of(Interactions ratings, BaselineModel baseline) =>
        new(ratings, baseline, [.. Enumerable.Range(0, ratings.Users.Count).Select(user => baseline.UserBias(ratings.OfUser(user).ToOwn()))]);

    /// <summary>What the mean and both biases expect.</summary>
    public float Expected(int user, int film) => Baseline.Expect(film) + UserBiases[user];

    /// <summary>Every rating's residual, by user, then by film.</summary>
    public IEnumerable<(int User, int Film, float Value)> All()
    {
        for (var user = 0; user < Ratings.Users.Count; user++)
        {
            var row = Ratings.OfUser(user).ToOwn();
            foreach (var rating in row) yield return (user, rating.Item, rating.Stars - Expected(user, rating.Item));
        }
    }
}
