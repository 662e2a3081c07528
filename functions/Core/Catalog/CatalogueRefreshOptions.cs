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

    /// <summary>The most changes that a snapshot may lack before another is worth its writing.</summary>
    public const int MostUnsaved = 1_000_000;

    /// <summary>After so many changes a snapshot is saved for the next start. Fewer are read from the store as fast, in one page.</summary>
    public int SaveAfter
    {
        get;
        init => field = value is >= 1 and <= MostUnsaved
            ? value
            : throw new ArgumentOutOfRangeException(nameof(SaveAfter), value, $"{nameof(SaveAfter)} must be from 1 to {MostUnsaved}.");
    } = 1000;

    /// <summary>
    /// The least time between two snapshots while the host runs; the one of its end is saved whenever that is. One has tens of megabytes.
    /// </summary>
    public TimeSpan SavePeriod
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= LongestPeriod
            ? value
            : throw new ArgumentOutOfRangeException(nameof(SavePeriod), value, $"{nameof(SavePeriod)} must be from 0 to {LongestPeriod}.");
    } = TimeSpan.FromMinutes(15);
}
