namespace Matinee.Local.Import.Sources;

/// <summary>What may be downloaded.</summary>
sealed record DownloadOptions
{
    public const long DefaultMostBytes = 2L << 30;

    /// <summary>Addresses inside the own network may be asked, too.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>The most bytes.</summary>
    public long MostBytes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MostBytes), value, "At least a byte must be allowed.");
    } = DefaultMostBytes;

    /// <summary>So long may a server say nothing.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
