namespace Matinee.Engine.Boards;

/// <summary>How much a search may take.</summary>
public sealed record SearchOptions
{
    /// <summary>The default of <see cref="MaxTrials"/>.</summary>
    public const int DefaultMaxTrials = 40;

    /// <summary>The most trials.</summary>
    public const int MostTrials = 100_000;

    /// <summary>No trial begins after this time, nor one that, by those before, would end after it.</summary>
    public TimeSpan Budget
    {
        get;
        init => field = value >= TimeSpan.Zero
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Budget), value, "Budget can't be negative.");
    } = TimeSpan.FromMinutes(5);

    /// <summary>How many trials are made at most on the same data, those of earlier runs included.</summary>
    public int MaxTrials { get; init => field = Check.InRange(value, 1, MostTrials); } = DefaultMaxTrials;
}
