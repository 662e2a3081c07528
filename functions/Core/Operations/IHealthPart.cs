namespace Matinee.Core.Operations;

/// <summary>One thing that the service needs to be ready, or that operators watch.</summary>
public interface IHealthPart
{
    /// <summary>Its name, such as store.</summary>
    string Name { get; }

    /// <summary>Can nothing be answered without it? What the service gets by without is degraded, never down.</summary>
    bool IsEssential => true;

    /// <summary>Looks at it; what it throws means that it is not there.</summary>
    Task<HealthState> CheckAsync(CancellationToken cancellation);
}
