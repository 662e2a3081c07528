namespace Matinee.Core.Catalog;

/// <summary>A film of the catalogue.</summary>
public sealed record Movie
{
    /// <summary>Its number here: not negative, and never given to another film.</summary>
    public required int Id { get; init; }

    /// <summary>The title by which it is shown.</summary>
    public required string Title { get; init; }

    /// <summary>The title in the country it comes from, where that is another.</summary>
    public string? OriginalTitle { get; init; }

    /// <summary>The year of its release.</summary>
    public int? Year { get; init; }

    /// <summary>Genres, such as Comedy.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>How long it is.</summary>
    public int? RuntimeMinutes { get; init; }

    /// <summary>Who directed it.</summary>
    public IReadOnlyList<string> Directors { get; init; } = [];

    /// <summary>Who plays in it, the most important first.</summary>
    public IReadOnlyList<string> Cast { get; init; } = [];

    /// <summary>What it is about, in single words.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What it is about, in sentences.</summary>
    public string? Overview { get; init; }

    /// <summary>The language it was made in, as ISO 639-1 has it.</summary>
    public string? Language { get; init; }

    /// <summary>The number at MovieLens.</summary>
    public int? MovieLensId { get; init; }

    /// <summary>The id at IMDb, such as tt0113277.</summary>
    public string? ImdbId { get; init; }

    /// <summary>The number at TMDB.</summary>
    public int? TmdbId { get; init; }

    /// <summary>Where its poster is; none is drawn from the title.</summary>
    public string? PosterUrl { get; init; }
}
