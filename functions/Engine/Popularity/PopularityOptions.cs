namespace Matinee.Engine.Popularity;

/// <summary>What makes a film popular.</summary>
public sealed record PopularityOptions
{
    /// <summary>The shortest half-life that can be asked for: an hour.</summary>
    public const double MinHalfLifeDays = 1.0 / 24;

    /// <summary>The longest half-life that can be asked for: a century.</summary>
    public const double MaxHalfLifeDays = 36_525;

    /// <summary>The largest damping that can be asked for.</summary>
    public const double MaxStarsDamping = 1e6;

    /// <summary>After how many days a rating counts half, seen from the latest rating of all; null counts all ratings alike.</summary>
    public double? HalfLifeDays
    {
        get;
        init => field = value is { } days ? Check.InRange(days, MinHalfLifeDays, MaxHalfLifeDays) : null;
    }

    /// <summary>
    /// Weighs the count by the film's mean stars, drawn towards the mean of all by so many ratings of that mean; null leaves stars out.
    /// </summary>
    public double? StarsDamping
    {
        get;
        init => field = value is { } ratings ? Check.InRange(ratings, 0, MaxStarsDamping) : null;
    }
}
