namespace Matinee.Engine.Models;

/// <summary>A viewer whose scores can be split among their own ratings. All models with <see cref="Goal.Lists"/> give such viewers, but for lists by chance.</summary>
public interface IExplainingViewer : IViewer
{
    /// <summary>Why each film has its score, in the order asked for.</summary>
    IReadOnlyList<Explanation> Explain(ReadOnlySpan<int> items);
}
