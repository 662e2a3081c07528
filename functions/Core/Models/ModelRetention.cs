namespace Matinee.Core.Models;

/// <summary>What pruning leaves.</summary>
public sealed record ModelRetention
{
    /// <summary>How many versions are kept unless told otherwise.</summary>
    public const int DefaultKeep = 10;

    /// <summary>So many newest versions stay, besides the one in service and the one before it.</summary>
    public int Keep
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Keep), value, "Keep at least 1 version.");
    } = DefaultKeep;

    /// <summary>So old must what a cut upload left behind be: a younger one may still be going on.</summary>
    public TimeSpan Grace
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Grace), value, "The grace time can't be negative.");
    } = TimeSpan.FromDays(1);
}
