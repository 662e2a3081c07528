namespace Matinee.Core.Stores;

/// <summary>The store is overloaded or can't be reached; whether a write was done is open, and repeating it does no harm.</summary>
public sealed class StoreUnavailableException(string message, TimeSpan retryAfter, Exception? inner = null) : StoreException(message, inner)
{
    /// <summary>When it is worth trying again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
