using System.Buffers;
using Matinee.Engine.Features;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Forest;

/// <summary>A viewer of a forest.</summary>
sealed class ForestViewer(ForestModel model, FeatureViewer viewer) : Viewer(model.Items.Count)
{
    // A tree is fetched once for so many films.
    const int Block = 256;

    public override float Score(int item)
    {
        Span<float> row = stackalloc float[model.Table.Columns.Width];
        var answer = 0f;
        Predict(item, row, new(ref answer));
        return answer;
    }

    public override void ScoreAll(Span<float> scores)
    {
        if (scores.Length != Items) Throw.Lengths(Items, scores.Length);
        var width = model.Table.Columns.Width;
        var rows = ArrayPool<float>.Shared.Rent(Block * width);
        try
        {
            for (var start = 0; start < Items; start += Block)
            {
                var count = Math.Min(Block, Items - start);
                Predict(start, rows.AsSpan(0, count * width), scores.Slice(start, count));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(rows);
        }
    }

    void Predict(int first, Span<float> rows, Span<float> answers)
    {
        var width = model.Table.Columns.Width;
        for (var i = 0; i < answers.Length; i++) viewer.Write(first + i, rows.Slice(i * width, width));
        model.Trees.Predict(rows, width, answers);
        foreach (ref var answer in answers) answer = Stars.Clamp(answer);
    }
}
