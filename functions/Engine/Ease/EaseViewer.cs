using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Ease;

/// <summary>A viewer's scores: for each film the sum of what the own films say of it, each by the weight of its stars.</summary>
sealed class EaseViewer : Viewer, IExplainingViewer
{
    readonly EaseModel _model;
    readonly OwnRating[] _own;
    readonly float[] _scores;

    public EaseViewer(EaseModel model, OwnRating[] own) : base(model.Items.Count)
    {
        (_model, _own, _scores) = (model, own, new float[model.Items.Count]);
        foreach (var rating in own)
        {
            var weight = model.Stars.Of(rating.Stars);
            var row = model.Weights.OfOwn[rating.Item];
            for (var i = 0; i < row.Count; i++) _scores[row.Columns[i]] += weight * row.Values[i];
        }
    }

    public override float Score(int item) => (uint)item < (uint)_scores.Length ? _scores[item] : 0;

    public override void ScoreAll(Span<float> scores)
    {
        if (scores.Length != _scores.Length) Throw.Lengths(_scores.Length, scores.Length);
        _scores.CopyTo(scores);
    }

    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items)
    {
        var explanations = new Explanation[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var shares = new Share[_own.Length];
            for (var j = 0; j < shares.Length; j++)
            {
                // No other rating is weighed by this one: what it adds is what its absence takes away.
                var part = _model.Stars.Of(_own[j].Stars) * _model.Weights[_own[j].Item, items[i]];
                shares[j] = new(_own[j].Item, part, part);
            }

            explanations[i] = new(items[i], Score(items[i]), 0, shares);
        }

        return explanations;
    }
}
