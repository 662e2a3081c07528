namespace Matinee.Core.Stores;

/// <summary>Which part of a list is asked for.</summary>
public sealed record PageRequest
{
    /// <summary>How many items a page has unless asked otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most items of a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>How many items at most.</summary>
    public int Limit
    {
        get;
        init => field = value is >= 1 and <= MaxLimit
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Limit), value, $"Limit must be from 1 to {MaxLimit}.");
    } = DefaultLimit;

    /// <summary>Where the page before ended; null begins at the first.</summary>
    public string? Cursor { get; init; }
}
