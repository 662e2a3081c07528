using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Evaluation;

static class RandomRatings
{
    /// <summary>Ratings with sparse ids, popular and rare films, active and quiet users; times repeat.</summary>
    public static Interactions Make(int users, int films, int rows, int seed)
    {
        var random = new Random(seed);
        return Interactions.From(Enumerable.Range(0, rows).Select(_ => new Rating(
            3 * (int)(users * Math.Pow(random.NextDouble(), 2)),
            10 + 7 * (int)(films * Math.Pow(random.NextDouble(), 2)),
            random.Next(1, 11) / 2f,
            random.Next(1000))));
    }
}
