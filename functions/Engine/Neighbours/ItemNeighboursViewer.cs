using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neighbours;

/// <summary>A viewer seen through the films they rated.</summary>
/// <remarks>
/// With d the own stars beyond what a film is expected to get, and w the squared likeness of two films, a score is
/// expected + bias + Σ w·(d - bias) / (Σ w + damping), where bias = Σ d / (n + shrinkage): linear in each d until it is brought
/// onto the scale. So each own rating has its share, and leaving it out only takes it out of four sums.
/// </remarks>
sealed class ItemNeighboursViewer : Viewer, IExplainingViewer
{
    readonly ItemNeighboursModel _model;
    readonly OwnRating[] _own;

    // One for every film, zeros where the viewer has not rated: adding zeros is cheaper than asking.
    readonly Taste[] _tastes;
    readonly double _sum;

    public ItemNeighboursViewer(ItemNeighboursModel model, OwnRating[] own) : base(model.Items.Count)
    {
        (_model, _own, _tastes) = (model, own, new Taste[model.Items.Count]);
        foreach (var rating in own)
        {
            var beyond = rating.Stars - model.Baseline.Expect(rating.Item);
            _tastes[rating.Item] = new(beyond, 1);
            _sum += beyond;
        }
    }

    public override float Score(int item) => Stars.Clamp((float)(_model.Baseline.Expect(item) + Departure(Sums(item))));

    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items)
    {
        var explanations = new Explanation[items.Length];
        for (var i = 0; i < items.Length; i++) explanations[i] = Explain(items[i]);
        return explanations;
    }

    Explanation Explain(int item)
    {
        double expected = _model.Baseline.Expect(item);
        var sums = Sums(item);
        var (departure, score, newcomers) = (Departure(sums), Score(item), Stars.Clamp((float)expected));

        // What the end of the scale cuts off is cut off all parts alike.
        var kept = departure == 0 ? 0 : (score - newcomers) / departure;
        var weights = Weights(item);
        var ofAnyRating = _model.Damping / (sums.Weights + _model.Damping) / (_own.Length + _model.Baseline.UserShrinkage);
        var shares = new Share[_own.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var rated = _own[i].Item;
            double beyond = _tastes[rated].Beyond, weight = weights.GetValueOrDefault(rated);
            var part = kept * beyond * (ofAnyRating + weight / (sums.Weights + _model.Damping));
            var without = new FourSums(sums.Ratings - 1, sums.Beyond - beyond, sums.Weights - weight, sums.WeightedBeyond - weight * beyond);
            shares[i] = new(rated, (float)part, score - Stars.Clamp((float)(expected + Departure(without))));
        }

        return new(item, score, newcomers, shares);
    }

    /// <summary>By how much the viewer departs from what the film is expected to get.</summary>
    double Departure(FourSums sums)
    {
        var bias = sums.Ratings == 0 ? 0 : sums.Beyond / (sums.Ratings + _model.Baseline.UserShrinkage);
        return bias + (sums.WeightedBeyond - bias * sums.Weights) / (sums.Weights + _model.Damping);
    }

    FourSums Sums(int item)
    {
        var (weights, weightedBeyond) = (0.0, 0.0);
        if ((uint)item < (uint)_tastes.Length)
        {
            var nearest = _model.Neighbours[item];
            for (var i = 0; i < nearest.Count; i++)
            {
                var taste = _tastes[nearest.Columns[i]];
                var weight = Weight(nearest.Values[i]);
                weights += weight * taste.Rated;
                weightedBeyond += weight * taste.Beyond;
            }
        }

        return new(_own.Length, _sum, weights, weightedBeyond);
    }

    Dictionary<int, double> Weights(int item)
    {
        var weights = new Dictionary<int, double>();
        if ((uint)item >= (uint)_tastes.Length) return weights;
        var nearest = _model.Neighbours[item];
        for (var i = 0; i < nearest.Count; i++) weights.Add(nearest.Columns[i], Weight(nearest.Values[i]));
        return weights;
    }

    // Squared, so that the nearest outweigh the many.
    static double Weight(double likeness) => likeness * likeness;

    /// <summary>By how many stars a rating is beyond the expected, and 1 where there is one.</summary>
    readonly record struct Taste(float Beyond, float Rated);

    /// <summary>How many own ratings, the sum of what is beyond the expected in them, the weights of those of neighbours, and their weighted sum.</summary>
    readonly record struct FourSums(int Ratings, double Beyond, double Weights, double WeightedBeyond);
}
