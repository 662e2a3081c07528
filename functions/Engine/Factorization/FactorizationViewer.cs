using System.Numerics.Tensors;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Factorization;

/// <summary>A viewer of a factorization: one vector against every film's.</summary>
sealed class FactorizationViewer : Viewer, IUncertainViewer
{
    readonly FactorizationModel _model;
    readonly float[] _factors; // the last one meets the films' biases: 1
    readonly float _bias;
    readonly float _offset;
    readonly Lazy<float[]> _moments;

    /// <param name="model">The model.</param>
    /// <param name="equations">The viewer's equations, solved; they belong to the viewer from here on.</param>
    public FactorizationViewer(FactorizationModel model, RowEquations equations) : base(model.Items.Count)
    {
        _model = model;
        _factors = equations.Mean.ToArray();
        _bias = _factors[^1];
        _factors[^1] = 1;
        _offset = model.Weights.MeanStars + _bias;
        // An inverse that only those pay for who ask how certain a score is.
        _moments = new(() =>
        {
            var moments = new float[model.Layout.Stride];
            equations.WriteMoments(moments);
            return moments;
        });
    }

    public override float Score(int item)
    {
        var known = (uint)item < (uint)_model.Items.Count;
        return OnScale(known ? Kernels.Dot(_model.Weights.OfItem(item, _factors.Length), _factors) : 0);
    }

    public override void ScoreAll(Span<float> scores)
    {
        Kernels.RowsDot(_model.Weights.Means.Span, _factors, scores);
        TensorPrimitives.Add(scores, _offset, scores);
        TensorPrimitives.Clamp(scores, _model.Weights.Lowest, _model.Weights.Highest, scores);
    }

    /// <inheritdoc/>
    /// <remarks>The noise of ratings, and what is still uncertain about the viewer and about the film.</remarks>
    public float Deviation(int item)
    {
        var known = (uint)item < (uint)_model.Items.Count;
        var film = known ? _model.Weights.OfMoments(item, _model.Layout.Stride) : _model.MomentsOfUnknown;
        double predicted = _bias + (known ? Kernels.Dot(_model.Weights.OfItem(item, _factors.Length), _factors) : 0);
        var (mean, square) = _model.Layout.ProductMoments(_moments.Value, film);
        // The square around the prediction; rounding may not take it below nothing.
        var uncertain = Math.Max(0, square - 2 * predicted * mean + predicted * predicted);
        return (float)Math.Sqrt(1 / _model.Weights.NoisePrecision + uncertain);
    }

    float OnScale(float sum) => Math.Clamp(sum + _offset, _model.Weights.Lowest, _model.Weights.Highest);
}
