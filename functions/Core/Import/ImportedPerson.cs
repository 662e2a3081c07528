using Matinee.Engine.Facts;

namespace Matinee.Core.Import;

/// <summary>Somebody whose ratings were imported, and what the data says of them. There is no account behind it.</summary>
/// <param name="UserId">The id in the ratings, such as ml-100k:17.</param>
public sealed record ImportedPerson(string UserId)
{
    /// <summary>The name to show; null where the data has none.</summary>
    public string? Name { get; init; }

    /// <summary>The age in years; null where it is not known.</summary>
    public int? Age
    {
        get;
        init => field = value is null or (>= PersonFacts.MinAge and <= PersonFacts.MaxAge)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Age), value, $"An age is from {PersonFacts.MinAge} to {PersonFacts.MaxAge}.");
    }

    /// <summary>The gender; null where it is not known.</summary>
    public string? Gender { get; init; }

    /// <summary>The occupation; null where it is not known.</summary>
    public string? Occupation { get; init; }

    /// <summary>Their ratings may help to recommend films to others.</summary>
    public bool SharesRatings { get; init; } = true;

    /// <summary>Their profile may help to describe groups of people.</summary>
    public bool SharesProfile { get; init; } = true;

    /// <summary>What training may know: nothing of people who keep their profile for themselves.</summary>
    public PersonFacts ToFacts() =>
        SharesProfile ? new() { Age = Age, Gender = Gender, Occupation = Occupation } : PersonFacts.Unknown;
}
