namespace Matinee.Core.Operations;

/// <summary>How a part is.</summary>
/// <param name="Level">As one word.</param>
/// <param name="Detail">What else there is to say; null for nothing. For anyone to read: no addresses, no secrets.</param>
public sealed record HealthState(HealthLevel Level, string? Detail = null);

/// <summary>How well a part does.</summary>
public enum HealthLevel
{
    /// <summary>As it should.</summary>
    Ok,

    /// <summary>The service answers, but not as well as it could.</summary>
    Degraded,

    /// <summary>The service can't answer.</summary>
    Down,
}
