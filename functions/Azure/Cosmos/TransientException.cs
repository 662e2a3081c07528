namespace Matinee.Azure.Cosmos;

/// <summary>An answer that another attempt may better.</summary>
sealed class TransientException(string message, TimeSpan? retryAfter) : Exception(message)
{
    /// <summary>The store's own word on when.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
