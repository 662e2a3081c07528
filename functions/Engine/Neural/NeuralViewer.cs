using Matinee.Engine.Models;
using Matinee.Engine.Numerics;

namespace Matinee.Engine.Neural;

/// <summary>A viewer of a net: asked about films by tiles.</summary>
sealed class NeuralViewer(NeuralModel model, float[] person) : IViewer
{
    const int Tile = Kernels.TileSide;

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
            for (var b = 0; b < count; b++) tile[b] = (uint)items[start + b] < (uint)model.Items.Count ? items[start + b] : -1;
            Answer(pass, tile[..count], scores.Slice(start, count));
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

    // A pass is scratch: each question brings its own, so that a viewer can be shared.
    PersonPass Enter()
    {
        var pass = new PersonPass(model.State.Shape, neutral: NetShape.Logit(model.Baseline.MeanStars));
        pass.Enter(model.State.Net, person);
        return pass;
    }

    void Answer(PersonPass pass, ReadOnlySpan<int> tile, Span<float> scores)
    {
        pass.Forward(model.State.Films.Span, tile, [], []);
        pass.Outs[..scores.Length].CopyTo(scores);
    }
}
