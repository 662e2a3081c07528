using Matinee.Engine.Numerics;

namespace Matinee.Benchmarks.Data;

/// <summary>How many ratings each viewer gives: a power law above a minimum, below a share of all films, with an exact sum.</summary>
sealed class Activity
{
    const int Least = 20;
    const double Slope = 0.6;
    const int MostShare = 4;

    readonly int[] _counts;

    /// <exception cref="UsageException">So few viewers can't give so many ratings, or so many not so few.</exception>
    public Activity(int users, int films, int ratings, ulong seed)
    {
        var most = films / MostShare;
        if (ratings < (long)users * Math.Min(Least, most) || ratings > (long)users * most)
            throw new UsageException($"{users} users can't give {ratings} ratings of {films} films: each gives from {Least} to {most}.");
        var weights = new double[users];
        for (var user = 0; user < users; user++) weights[user] = Math.Pow((user + 0.5) / users, -Slope);
        new SeededRandom(seed, ulong.MaxValue).Shuffle<double>(weights);

        // The viewers at the upper end are cut off: bisect for the scale that gives the sum all the same.
        var (low, high) = (0.0, (double)most);
        for (var step = 0; step < 60; step++)
        {
            var scale = (low + high) / 2;
            if (weights.Sum(weight => Wanted(weight, scale, most)) < ratings) low = scale;
            else high = scale;
        }

        _counts = new int[users];
        var (exact, given) = (0.0, 0);
        for (var user = 0; user < users; user++)
        {
            exact += Wanted(weights[user], high, most);
            _counts[user] = (int)Math.Round(exact) - given;
            given += _counts[user];
        }

        _counts[^1] += ratings - given;
    }

    public int Of(int user) => _counts[user];

    static double Wanted(double weight, double scale, int most) => Math.Min(most, Least + scale * weight);
}
