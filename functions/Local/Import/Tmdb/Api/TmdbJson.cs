using System.Text.Json.Serialization;

namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>What TMDB says of a film, with credits and keywords appended.</summary>
sealed record TmdbMovie(
    int Id,
    string? ImdbId,
    string? Overview,
    string? PosterPath,
    string? OriginalLanguage,
    string? ReleaseDate,
    int? Runtime,
    IReadOnlyList<TmdbName>? Genres,
    TmdbCredits? Credits,
    TmdbKeywords? Keywords);

/// <summary>Anything with a name.</summary>
sealed record TmdbName(string? Name);

/// <summary>Who made it.</summary>
sealed record TmdbCredits(IReadOnlyList<TmdbActor>? Cast, IReadOnlyList<TmdbWorker>? Crew);

/// <summary>Who plays, by rank.</summary>
sealed record TmdbActor(string? Name, int Order);

/// <summary>Who does what.</summary>
sealed record TmdbWorker(string? Name, string? Job);

/// <summary>What it is about.</summary>
sealed record TmdbKeywords(IReadOnlyList<TmdbName>? Keywords);

/// <summary>What has an id elsewhere.</summary>
sealed record TmdbFound(IReadOnlyList<TmdbFoundMovie>? MovieResults);

/// <summary>A film that was found.</summary>
sealed record TmdbFoundMovie(int Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TmdbMovie))]
[JsonSerializable(typeof(TmdbFound))]
sealed partial class TmdbJson : JsonSerializerContext;
