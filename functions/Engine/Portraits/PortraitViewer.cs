using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Portraits;

/// <summary>A viewer as a mixture of portraits: each film's score is the share of people like them who like it.</summary>
public sealed class PortraitViewer : Viewer, IExplainingViewer
{
    readonly PortraitsModel _model;
    readonly OwnRating[] _own;
    readonly PersonFacts _person;
    readonly double[] _before;
    readonly double[] _weights;
    readonly float[] _scores;

    internal PortraitViewer(PortraitsModel model, OwnRating[] own, PersonFacts person) : base(model.Items.Count)
    {
        (_model, _own, _person, _before) = (model, own, person, model.Weights.Before(person));
        var features = model.Space.Of(own, person);
        _weights = model.Weights.Of(_before, features, own.Length);
        _scores = new float[model.Items.Count];
        if (_weights.Length == 0) model.Lists.OfAll.Span.CopyTo(_scores);
        for (var p = 0; p < _weights.Length; p++) Kernels.AddScaled((float)_weights[p], model.Lists.Of(p), _scores);
        if (_weights.Length > 0) Portrait = Guess(features);
    }

    /// <summary>Whose portrait this is, as far as it can be told; null where the model has no portraits.</summary>
    public PortraitGuess? Portrait { get; }

    /// <summary>How likely the viewer belongs to each of the model's portraits.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <inheritdoc/>
    public override float Score(int item) => (uint)item < (uint)_scores.Length ? _scores[item] : 0;

    /// <inheritdoc/>
    public override void ScoreAll(Span<float> scores)
    {
        if (scores.Length != _scores.Length) Throw.Lengths(_scores.Length, scores.Length);
        _scores.CopyTo(scores);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Each rating's drop is exact: the mixture is found again without it. Ratings say most together, so what their drops leave of the
    /// score is shared among them evenly.
    /// </remarks>
    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items)
    {
        var newcomer = _model.Weights.Of(_before, [], 0);
        var without = Array.ConvertAll(_own, Without);
        var explanations = new Explanation[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var (item, score) = (items[i], Score(items[i]));
            var known = (uint)item < (uint)_scores.Length && _weights.Length > 0;
            var ground = known ? Mixed(newcomer, item) : score;
            var drops = Array.ConvertAll(without, weights => known ? score - Mixed(weights, item) : 0);
            var together = _own.Length == 0 ? 0 : (score - ground - drops.Sum()) / _own.Length;
            var shares = _own.Select((rating, j) => new Share(rating.Item, (float)(drops[j] + together), (float)drops[j])).ToArray();
            explanations[i] = new(item, score, (float)ground, shares);
        }

        return explanations;
    }

    double[] Without(OwnRating rating)
    {
        var tally = TasteTally.Of(_model.Space.Films, _own);
        tally.Add(rating.Item, rating.Stars, -1);
        return _model.Weights.Of(_before, _model.Space.Of(tally, _person), tally.Count);
    }

    double Mixed(double[] weights, int item)
    {
        var sum = 0.0;
        for (var p = 0; p < weights.Length; p++) sum += weights[p] * _model.Lists.Of(p)[item];
        return sum;
    }

    PortraitGuess Guess(float[] features)
    {
        var enough = _own.Length >= _model.Details.MinRatings;
        var portrait = enough ? _model.Weights.Nearest(features) : Array.IndexOf(_weights, _weights.Max());
        var from = enough ? GuessedFrom.Ratings
            : _own.Length > 0 ? GuessedFrom.FewRatings
            : _person != PersonFacts.Unknown ? GuessedFrom.Profile
            : GuessedFrom.Nothing;
        return new(portrait, _weights[portrait], from);
    }
}
