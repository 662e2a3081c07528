using System.Buffers;
using System.Numerics.Tensors;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Blend;

/// <summary>A viewer of a blend: one viewer of each member, and the weights (a constant first).</summary>
sealed class BlendViewer(IViewer[] viewers, float[] weights, BlendSpread spread, int items) : Viewer(items), IUncertainViewer
{
    public float Deviation(int item) => spread.Of(viewers, item);

    public override float Score(int item)
    {
        var sum = weights[0];
        for (var v = 0; v < viewers.Length; v++) sum += weights[v + 1] * viewers[v].Score(item);
        return Stars.Clamp(sum);
    }

    public override void ScoreAll(Span<float> scores)
    {
        if (scores.Length != Items) Throw.Lengths(Items, scores.Length);
        var pooled = ArrayPool<float>.Shared.Rent(Items);
        try
        {
            var single = pooled.AsSpan(0, Items);
            scores.Fill(weights[0]);
            for (var v = 0; v < viewers.Length; v++)
            {
                viewers[v].ScoreAll(single);
                // Multiply and add as Score does, each rounded: a fused one would differ in the last bit.
                TensorPrimitives.Multiply(single, weights[v + 1], single);
                TensorPrimitives.Add(scores, single, scores);
            }

            TensorPrimitives.Clamp(scores, Stars.Min, Stars.Max, scores);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(pooled);
        }
    }
}
