namespace Matinee.Core.Recommendations;

/// <summary>Tells what a viewer's list begins with right now, so that the answer to a change can say what it did to the list.</summary>
public interface IFirstPage
{
    /// <summary>The viewer's first page; null where there is no model to make one.</summary>
    ValueTask<FirstPage?> OfAsync(string userId, CancellationToken cancellation = default);
}
