using Matinee.Engine.Models;

namespace Matinee.Engine.Popularity;

/// <summary>Anyone: own ratings change nothing, so all of a score is its base. An unknown film has been rated by nobody: 0.</summary>
sealed class PopularityViewer(ReadOnlyMemory<float> scores) : Viewer(scores.Length), IExplainingViewer
{
    public override float Score(int item) => (uint)item < (uint)scores.Length ? scores.Span[item] : 0;

    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items)
    {
        var explanations = new Explanation[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            var score = Score(items[i]);
            explanations[i] = new(items[i], score, score, []);
        }

        return explanations;
    }
}
