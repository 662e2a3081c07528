using Matinee.Core.Models;

namespace Matinee.Core.Recommendations;

/// <summary>Takes a person out of the community of the model in service: here at once, on other instances when they next look.</summary>
public sealed class ForgetPerson(ErasedPeople erased, ModelInService model, Spectators spectators) : IForget
{
    /// <inheritdoc/>
    public async ValueTask ForgetAsync(string userId, CancellationToken cancellation = default)
    {
        await erased.AddAsync(userId, cancellation).ConfigureAwait(false);
        spectators.Forget(userId);
        // It is written down: should this look fail, the next one finds it.
        await model.RefreshAsync(cancellation).ConfigureAwait(false);
    }
}
