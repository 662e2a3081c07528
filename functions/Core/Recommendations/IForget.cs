namespace Matinee.Core.Recommendations;

/// <summary>Takes a person out of what recommendations for others are made from.</summary>
public interface IForget
{
    /// <summary>From now on nobody is compared with this user, on any instance. Calling it again is no error.</summary>
    ValueTask ForgetAsync(string userId, CancellationToken cancellation = default);
}
