namespace Matinee.Core.Ratings;

/// <summary>The time over which films are compared.</summary>
public enum HotWindow
{
    /// <summary>Since ever: every rating counts alike.</summary>
    All,

    /// <summary>A rating counts half after 30 days; counts are of the last 30.</summary>
    Month,

    /// <summary>A rating counts half after a week; counts are of the last 7 days.</summary>
    Week,
}
