namespace Matinee.Core.Recommendations;

/// <summary>Nothing recommends: nobody is in it.</summary>
public sealed class NothingToForget : IForget
{
    /// <inheritdoc/>
    public ValueTask ForgetAsync(string userId, CancellationToken cancellation = default) => ValueTask.CompletedTask;
}
