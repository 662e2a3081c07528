namespace Matinee.Core.Recommendations;

/// <summary>Nothing recommends: there are no first pages.</summary>
public sealed class NoFirstPage : IFirstPage
{
    /// <inheritdoc/>
    public ValueTask<FirstPage?> OfAsync(string userId, CancellationToken cancellation = default) => default;
}
