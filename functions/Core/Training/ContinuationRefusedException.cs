namespace Matinee.Core.Training;

/// <summary>The change feed can't go on from a continuation, as when its container was made anew.</summary>
public sealed class ContinuationRefusedException : Exception
{
    /// <summary>Says why.</summary>
    public ContinuationRefusedException(string message, Exception? inner = null) : base(message, inner)
    {
    }
}
