using Matinee.Engine.Models;
using Matinee.Engine.Numerics;

namespace Matinee.Benchmarks;

/// <summary>A viewer as every factor model has them: a score is the product of two rows.</summary>
sealed class ServeViewer(float[] films, float[] viewer) : IViewer
{
    public float Score(int item) => Kernels.Dot(films.AsSpan(item * viewer.Length, viewer.Length), viewer);

    public void Score(ReadOnlySpan<int> items, Span<float> scores)
    {
        for (var i = 0; i < items.Length; i++) scores[i] = Score(items[i]);
    }

    public void ScoreAll(Span<float> scores) => Kernels.RowsDot(films, viewer, scores);
}
