namespace Matinee.Local.Seed.Community;

/// <summary>How large a simulated community is, and which one.</summary>
sealed record CommunityOptions
{
    public const int DefaultPeople = 3_000;
    public const int MaxPeople = 1_000_000;
    public const double DefaultMeanRatings = 200_000.0 / DefaultPeople;
    public const double MinMeanRatings = LeastRatings + 1;
    public const double MaxMeanRatings = 1_000;
    public const ulong DefaultSeed = 1895;

    /// <summary>Nobody has given fewer ratings, as at MovieLens.</summary>
    public const int LeastRatings = 20;

    public int People
    {
        get;
        init => field = value is >= 1 and <= MaxPeople
            ? value
            : throw new ArgumentOutOfRangeException(nameof(People), value, $"A community has from 1 to {MaxPeople:N0} people.");
    } = DefaultPeople;

    /// <summary>How many ratings a person gives in the mean, where the catalogue is large enough.</summary>
    public double MeanRatings
    {
        get;
        init => field = value is >= MinMeanRatings and <= MaxMeanRatings
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(MeanRatings), value, $"People give from {MinMeanRatings} to {MaxMeanRatings} ratings in the mean.");
    } = DefaultMeanRatings;

    /// <summary>The share of ratings with a text.</summary>
    public double ReviewShare { get; init; } = 0.012;

    public ulong Seed { get; init; } = DefaultSeed;

    /// <summary>The day that all ratings are before: with it they are the same every time.</summary>
    public required DateTimeOffset Until { get; init; }
}
