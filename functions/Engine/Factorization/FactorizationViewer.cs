using System.Numerics.Tensors;
using Matinee.Engine.Models;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Factorization;

/// <summary>A viewer of a factorization: one vector against every film's.</summary>
sealed class FactorizationViewer : Viewer
{
    readonly FactorizationModel _model;
    readonly float[] _factors; // the last one meets the films' biases: 1
    readonly float _offset;

    public FactorizationViewer(FactorizationModel model, ReadOnlySpan<float> mean) : base(model.Items.Count)
    {
        _model = model;
        _factors = mean.ToArray();
        _factors[^1] = 1;
        _offset = model.Weights.MeanStars + mean[^1];
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

    float OnScale(float sum) => Math.Clamp(sum + _offset, _model.Weights.Lowest, _model.Weights.Highest);
}
