using Matinee.Engine.Models;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Neural;

/// <summary>A viewer of a net: asked about films by tiles.</summary>
sealed class NeuralViewer(NeuralModel model, float[] person) : IViewer
{
    const int Tile = Kernels.TileSide;

    // Nothing is known of the film, so the net is not asked: what such a person gives films in general.
    float Neutral => NetShape.OnScale(NetShape.Logit(model.Baseline.MeanStars) + person[model.State.Shape.Embedding]);

    public float Score(int item)
    {
        Span<float> score = stackalloc float[1];
        Score([item], score);
        return score[0];
    }

    public void Score(ReadOnlySpan<int> items, Span<float> scores)
    {
        if (items.Length != scores.Length) Throw.Lengths(items.Length, scores.Length);
        var pass = Enter();
        Span<int> tile = stackalloc int[Tile];
        for (var start = 0; start < items.Length; start += Tile)
        {
            var count = Math.Min(Tile, items.Length - start);
            if (model.Items.Count > 0)
            {
                for (var b = 0; b < count; b++) tile[b] = IsKnown(items[start + b]) ? items[start + b] : 0;
                Answer(pass, tile[..count], scores.Slice(start, count));
            }

            for (var b = start; b < start + count; b++) scores[b] = IsKnown(items[b]) ? scores[b] : Neutral;
        }
    }

    public void ScoreAll(Span<float> scores)
    {
        if (scores.Length != model.Items.Count) Throw.Lengths(model.Items.Count, scores.Length);
        var pass = Enter();
        Span<int> tile = stackalloc int[Tile];
        for (var start = 0; start < scores.Length; start += Tile)
        {
            var count = Math.Min(Tile, scores.Length - start);
            for (var b = 0; b < count; b++) tile[b] = start + b;
            Answer(pass, tile[..count], scores.Slice(start, count));
        }
    }

    bool IsKnown(int item) => (uint)item < (uint)model.Items.Count;

    // A pass is scratch: each question brings its own, so that a viewer can be shared.
    PersonPass Enter()
    {
        var pass = new PersonPass(model.State.Shape);
        pass.Enter(model.State.Net, person);
        return pass;
    }

    void Answer(PersonPass pass, ReadOnlySpan<int> tile, Span<float> scores)
    {
        pass.Forward(model.State.Films.Span, tile, [], []);
        pass.Outs[..scores.Length].CopyTo(scores);
    }
}
