namespace Matinee.Engine.Boards;

/// <summary>How ratings are divided for comparing models.</summary>
public sealed record DivisionOptions
{
    /// <summary>The most that either part can hold back.</summary>
    public const double MaxShare = 0.4;

    /// <summary>The default of <see cref="ValidationShare"/> and <see cref="TestShare"/>.</summary>
    public const double DefaultShare = 0.1;

    /// <summary>The default of <see cref="MinKnownShare"/>.</summary>
    public const double DefaultMinKnownShare = 0.2;

    /// <summary>The default of <see cref="MinUsers"/>.</summary>
    public const int DefaultMinUsers = 20;

    /// <summary>The default of <see cref="MaxUsers"/>.</summary>
    public const int DefaultMaxUsers = 5000;

    /// <summary>The share of all ratings that parameters are chosen on.</summary>
    public double ValidationShare { get; init => field = Check.InRange(value, 0.001, MaxShare); } = DefaultShare;

    /// <summary>The share of all ratings that models are judged on.</summary>
    public double TestShare { get; init => field = Check.InRange(value, 0.001, MaxShare); } = DefaultShare;

    /// <summary>
    /// The least share of the latest ratings that must be by people who rated before: with fewer, a division by time would ask
    /// about strangers only, and no model that learns tastes could show what it can.
    /// </summary>
    public double MinKnownShare { get; init => field = Check.InRange(value, 0, 1); } = DefaultMinKnownShare;

    /// <summary>Of how many people the latest ratings must at least be, and so many must be asked: an interval of so few says nothing.</summary>
    public int MinUsers { get; init => field = Check.InRange(value, 1, int.MaxValue); } = DefaultMinUsers;

    /// <summary>How many people are asked about at most in either part, drawn at random.</summary>
    public int MaxUsers { get; init => field = Check.InRange(value, 1, int.MaxValue); } = DefaultMaxUsers;
}
