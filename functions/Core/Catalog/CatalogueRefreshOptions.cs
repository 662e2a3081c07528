namespace Matinee.Core.Catalog;

/// <summary>How the catalogue in memory is kept up.</summary>
public sealed record CatalogueRefreshOptions
{
    /// <summary>The shortest time between two looks at the store.</summary>
    public static readonly TimeSpan ShortestPeriod = TimeSpan.FromSeconds(1);

    /// <summary>The longest, a day: films that have been added must turn up some time.</summary>
    public static readonly TimeSpan LongestPeriod = TimeSpan.FromDays(1);

    /// <summary>How often the store is asked what has changed; each time a tenth sooner or later, so that instances do not ask in step.</summary>
    public TimeSpan Period
    {
        get;
        init => field = value >= ShortestPeriod && value <= LongestPeriod
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Period), value, $"{nameof(Period)} must be from {ShortestPeriod} to {LongestPeriod}.");
    } = TimeSpan.FromSeconds(30);
}
