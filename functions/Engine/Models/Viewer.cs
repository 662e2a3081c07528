namespace Matinee.Engine.Models;

/// <summary>A viewer who is asked film by film: the batches are one call for each, unless a model knows a quicker way to the same bits.</summary>
/// <param name="items">How many films the model knows.</param>
public abstract class Viewer(int items) : IViewer
{
    /// <summary>How many films the model knows.</summary>
    protected int Items => items;

    /// <inheritdoc/>
    public abstract float Score(int item);

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> items, Span<float> scores)
    {
        if (items.Length != scores.Length) Throw.Lengths(items.Length, scores.Length);
        for (var i = 0; i < items.Length; i++) scores[i] = Score(items[i]);
    }

    /// <inheritdoc/>
    public virtual void ScoreAll(Span<float> scores)
    {
        if (scores.Length != items) Throw.Lengths(items, scores.Length);
        for (var item = 0; item < scores.Length; item++) scores[item] = Score(item);
    }
}
