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

    // What the own ratings say of every film. They reach few of the films' neighbours: asking each film for its neighbours would
    // take longer by as much.
    readonly Heard[] _heard;
    readonly double _sum;

    public ItemNeighboursViewer(ItemNeighboursModel model, OwnRating[] own) : base(model.Items.Count)
    {
        (_model, _own, _heard) = (model, own, new Heard[model.Items.Count]);
        foreach (var rating in own)
        {
            var beyond = Beyond(rating);
            _sum += beyond;
            var films = model.NeighbourOf[rating.Item];
            for (var i = 0; i < films.Count; i++)
            {
                var weight = Weight(films.Values[i]);
                ref var heard = ref _heard[films.Columns[i]];
                heard = new(heard.Weights + weight, heard.WeightedBeyond + weight * beyond);
            }
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
            double beyond = Beyond(_own[i]), weight = weights.GetValueOrDefault(rated);
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
        var heard = (uint)item < (uint)_heard.Length ? _heard[item] : default;
        return new(_own.Length, _sum, heard.Weights, heard.WeightedBeyond);
    }

    Dictionary<int, double> Weights(int item)
    {
        var weights = new Dictionary<int, double>();
        if ((uint)item >= (uint)_heard.Length) return weights;
        var nearest = _model.Neighbours[item];
        for (var i = 0; i < nearest.Count; i++) weights.Add(nearest.Columns[i], Weight(nearest.Values[i]));
        return weights;
    }

    // Squared, so that the nearest outweigh the many.
    static double Weight(double likeness) => likeness * likeness;

    double Beyond(OwnRating rating) => rating.Stars - _model.Baseline.Expect(rating.Item);

    /// <summary>The weights of the own ratings among a film's neighbours, and the weighted sum of what is beyond the expected in them.</summary>
    readonly record struct Heard(double Weights, double WeightedBeyond);

    /// <summary>How many own ratings, the sum of what is beyond the expected in them, the weights of those of neighbours, and their weighted sum.</summary>
    readonly record struct FourSums(int Ratings, double Beyond, double Weights, double WeightedBeyond);
}
