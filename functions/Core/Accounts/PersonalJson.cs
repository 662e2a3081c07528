using System.Text.Json.Serialization;
using Matinee.Core.Catalog;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;

namespace Matinee.Core.Accounts;

sealed record PersonalAccount(string Id, string LoginName, DateTimeOffset CreatedAt, DateTimeOffset? PasswordSetAt);

sealed record PersonalRating(int MovieId, string? ImdbId, string? Title, int? Year, double Stars, DateTimeOffset RatedAt, string? Review)
{
    public static PersonalRating Of(ViewerRating rating, Movie? movie) =>
        new(rating.MovieId, movie?.ImdbId, movie?.Title, movie?.Year, rating.Stars!.Value, rating.RatedAt, rating.Review);
}

sealed record PersonalShelfEntry(ShelfKind Kind, int MovieId, string? ImdbId, string? Title, int? Year, DateTimeOffset At)
{
    public static PersonalShelfEntry Of(ShelfEntry entry, Movie? movie) =>
        new(entry.Kind, entry.MovieId, movie?.ImdbId, movie?.Title, movie?.Year, entry.At);
}

/// <summary>The files of an archive.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(PersonalAccount))]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(IReadOnlyList<Consent>))]
[JsonSerializable(typeof(IReadOnlyList<Session>))]
[JsonSerializable(typeof(IReadOnlyList<PersonalRating>))]
[JsonSerializable(typeof(IReadOnlyList<PersonalShelfEntry>))]
sealed partial class PersonalJson : JsonSerializerContext;
