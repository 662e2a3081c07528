using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Als;

/// <summary>A viewer's vector, and the equations it solves.</summary>
/// <remarks>
/// With A = the viewer matrix + Σ w·y·yᵀ over the own ratings and t = w + e (<see cref="AlsEvidence"/>), x = A⁻¹·Σ t·y. So the score
/// y·x of a film is the sum of y·A⁻¹·(t·yⱼ), the parts of the own ratings j. Without j the equations lose one term; by Sherman and
/// Morrison's formula the score then falls by exactly part · (1 − w/t·yⱼ·x) / (1 − w·yⱼ·A⁻¹·yⱼ): the better the other ratings foretell j,
/// the less it is missed. Where each rating adds to the regularization, that is said of the equations with one rating's less, and what
/// these say otherwise of the film comes on top.
/// </remarks>
sealed class AlsViewer : Viewer, IExplainingViewer
{
    readonly AlsModel _model;
    readonly OwnRating[] _own;
    readonly AlsEquations _equations;
    readonly Lazy<AlsEquations> _fewer;
    readonly Lazy<float[]> _missed;

    public AlsViewer(AlsModel model, OwnRating[] own) : base(model.Items.Count)
    {
        (_model, _own) = (model, own);
        _equations = new(model, own, own.Length);
        // What explanations need besides is the same for all films.
        _fewer = new(() => model.Evidence.Regularization == 0 || own.Length == 0 ? _equations : new(model, own, own.Length - 1));
        _missed = new(() => _fewer.Value.Missed());
    }

    public override float Score(int item) => IsKnown(item) ? Kernels.Dot(_model.Of(item), _equations.X) : 0;

    public override void ScoreAll(Span<float> scores) => Kernels.RowsDot(_model.Factors.Span, _equations.X, scores);

    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items)
    {
        var (fewer, missed) = (_fewer.Value, _missed.Value);
        var isSame = ReferenceEquals(fewer, _equations);
        var explanations = new Explanation[items.Length];
        var (direction, leaner) = (new float[_model.Width], new float[_model.Width]);
        for (var i = 0; i < items.Length; i++)
        {
            direction.AsSpan().Clear();
            if (IsKnown(items[i])) _model.Of(items[i]).CopyTo(direction);
            var otherwise = isSame ? 0 : Kernels.Dot(direction, _equations.X) - Kernels.Dot(direction, fewer.X);
            if (!isSame)
            {
                direction.CopyTo(leaner);
                fewer.Solve(leaner);
            }

            _equations.Solve(direction);
            var shares = new Share[_own.Length];
            for (var j = 0; j < shares.Length; j++)
            {
                var film = _model.Of(_own[j].Item);
                var pull = _model.Evidence.Stars.Of(_own[j].Stars) + _model.Evidence.Surplus;
                var part = pull * Kernels.Dot(film, direction);
                shares[j] = new(_own[j].Item, part, otherwise + (isSame ? part : pull * Kernels.Dot(film, leaner)) * missed[j]);
            }

            explanations[i] = new(items[i], Score(items[i]), 0, shares);
        }

        return explanations;
    }

    bool IsKnown(int item) => (uint)item < (uint)_model.Items.Count;
}
