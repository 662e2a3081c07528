namespace Matinee.Engine.Facts;

/// <summary>What a person has told of themselves and consented to have used; everything may be unknown.</summary>
public sealed record PersonFacts
{
    /// <summary>The youngest age that is taken in.</summary>
    public const int MinAge = 5;

    /// <summary>The highest age that is taken in.</summary>
    public const int MaxAge = 120;

    /// <summary>Someone who has told nothing.</summary>
    public static PersonFacts Unknown { get; } = new();

    /// <summary>The age in years; null where it is not known.</summary>
    public int? Age { get; init => field = value is { } age ? Check.InRange(age, MinAge, MaxAge) : null; }

    /// <summary>The gender, in the person's own word; null where it is not known.</summary>
    public string? Gender { get; init; }

    /// <summary>The occupation; null where it is not known.</summary>
    public string? Occupation { get; init; }
}
