using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Factorization;

/// <summary>
/// Where the factorization starts: the directions in which what the biases leave unexplained varies most, found by a few
/// rounds of subspace iteration. A round costs a fraction of an epoch and brings as much as one of the first epochs would.
/// </summary>
sealed class LeadingDirections
{
    const int Rounds = 4;
    const float Shrinkage = 10;

    readonly Interactions _ratings;
    readonly int _factors;
    readonly TrainingRun _run;
    readonly float[] _userBiases;
    readonly float[] _itemBiases;

    LeadingDirections(Interactions ratings, int factors, TrainingRun run)
    {
        (_ratings, _factors, _run) = (ratings, factors, run);
        (_userBiases, _itemBiases) = (new float[ratings.Users.Count], new float[ratings.Items.Count]);
        LearnBiases(_itemBiases, ratings.OfItem, _userBiases);
        LearnBiases(_userBiases, ratings.OfUser, _itemBiases);
    }

    /// <summary>Factors of each item, of standard deviation one in every direction.</summary>
    public static float[] OfItems(Interactions ratings, int factors, TrainingRun run)
    {
        var items = new float[ratings.Items.Count * factors];
        var random = new SeededRandom(run.Seed);
        foreach (ref var value in items.AsSpan()) value = (float)random.NextNormal();
        var search = new LeadingDirections(ratings, factors, run);
        var users = new float[ratings.Users.Count * factors];
        for (var round = 0; round < Rounds; round++)
        {
            search.Project(items, search._itemBiases, ratings.OfUser, search._userBiases, users);
            search.Project(users, search._userBiases, ratings.OfItem, search._itemBiases, items);
            search.Separate(items, ref random);
        }

        return items;
    }

    void LearnBiases(float[] biases, RowsOfRatings rows, float[] others) =>
        Rows.ForEach(biases.Length, _run, () => 0, (row, _) =>
        {
            var own = rows(row);
            var sum = 0f;
            for (var i = 0; i < own.Count; i++) sum += own.StarsAt(i) - _ratings.MeanStars - others[own.Others[i]];
            biases[row] = sum / (own.Count + Shrinkage);
        });

    /// <summary>Each row's mean of the other side's factors, weighed by what its ratings leave unexplained.</summary>
    void Project(float[] others, float[] otherBiases, RowsOfRatings rows, float[] biases, float[] factors) =>
        Rows.ForEach(biases.Length, _run, () => 0, (row, _) =>
        {
            var own = rows(row);
            var sum = factors.AsSpan(row * _factors, _factors);
            sum.Clear();
            var expected = _ratings.MeanStars + biases[row];
            var scale = 1 / (own.Count + Shrinkage);
            for (var i = 0; i < own.Count; i++)
            {
                var other = own.Others[i];
                var left = own.StarsAt(i) - expected - otherBiases[other];
                Kernels.AddScaled(scale * left, others.AsSpan(other * _factors, _factors), sum);
            }
        });

    /// <summary>Makes the directions independent of each other (Gram and Schmidt), so that they do not all turn into the strongest.</summary>
    void Separate(float[] factors, ref SeededRandom random)
    {
        var rows = factors.Length / _factors;
        for (var d = 0; d < _factors; d++)
        {
            for (var before = 0; before < d; before++)
            {
                var shared = 0.0;
                for (var at = 0; at < factors.Length; at += _factors) shared += (double)factors[at + d] * factors[at + before];
                var share = (float)(shared / rows);
                for (var at = 0; at < factors.Length; at += _factors) factors[at + d] -= share * factors[at + before];
            }

            var square = 0.0;
            for (var at = 0; at < factors.Length; at += _factors) square += (double)factors[at + d] * factors[at + d];
            // Fewer directions than factors: the rest stays random.
            var deviation = (float)Math.Sqrt(square / rows);
            for (var at = 0; at < factors.Length; at += _factors)
                factors[at + d] = deviation > 1e-6f ? factors[at + d] / deviation : (float)random.NextNormal();
        }
    }
}
