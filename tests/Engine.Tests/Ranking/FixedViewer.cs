using Matinee.Engine.Models;

namespace Matinee.Engine.Tests.Ranking;

/// <summary>A viewer whose scores are given.</summary>
sealed class FixedViewer(float[] scores) : IViewer
{
    public float Score(int item) => scores[item];

    public void Score(ReadOnlySpan<int> items, Span<float> target)
    {
        for (var i = 0; i < items.Length; i++) target[i] = scores[items[i]];
    }

    public void ScoreAll(Span<float> target) => scores.CopyTo(target);
}
