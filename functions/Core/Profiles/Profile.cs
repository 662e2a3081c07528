namespace Matinee.Core.Profiles;

/// <summary>What a user tells about themselves; nothing of it is asked for by any feature.</summary>
public sealed record Profile
{
    /// <summary>The name that others see.</summary>
    public string? Name { get; init; }

    /// <summary>The year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>In the user's own words.</summary>
    public string? Gender { get; init; }

    /// <summary>In the user's own words.</summary>
    public string? Occupation { get; init; }

    /// <summary>Genres the user likes.</summary>
    public IReadOnlyList<string> FavouriteGenres { get; init; } = [];
}
