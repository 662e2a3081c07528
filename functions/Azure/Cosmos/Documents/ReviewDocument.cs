using System.Text.Json.Serialization;
using Matinee.Core.Ratings;

namespace Matinee.Azure.Cosmos.Documents;

/// <summary>The movie's side: one item for each user's rating, and one for the counts.</summary>
sealed record ReviewDocument(
    string Id,
    int MovieId,
    string Kind,
    string? UserId,
    double? Stars,
    string? Review,
    long? RatedAt,
    long? Version,
    StatsPart? Stats,
    int? Ttl)
{
    public const string StatsId = "stats";

    /// <summary>The kind of ratings with a text: the list of reviews is of these.</summary>
    public const string ReviewKind = "review";

    const string RatingKind = "rating";
    const string RemovedKind = "removed";

    /// <summary>True for reviews of the simulated community, and left out of all others.</summary>
    public bool? Simulated { get; init; }

    [JsonPropertyName("_etag")]
    public string? ETag { get; init; }

    // No user can be called stats, whatever their id.
    public static string IdOf(string userId) => "u:" + userId;

    public static ReviewDocument Of(ViewerRating rating) => new(
        IdOf(rating.UserId),
        rating.MovieId,
        rating.IsRemoved ? RemovedKind : rating.Review is null ? RatingKind : ReviewKind,
        rating.UserId,
        rating.Stars,
        rating.Review,
        rating.RatedAt.ToUnixTimeMilliseconds(),
        rating.Version,
        null,
        rating.IsRemoved ? Tombstones.ReviewSeconds : null)
    {
        Simulated = rating.IsSimulated ? true : null,
    };

    public static ReviewDocument Of(int movieId, MovieStats stats) =>
        new(StatsId, movieId, StatsId, null, null, null, null, null, StatsPart.Of(stats), null);

    public ViewerRating ToRating() => new()
    {
        UserId = UserId!,
        MovieId = MovieId,
        Stars = Stars,
        Review = Review,
        RatedAt = DateTimeOffset.FromUnixTimeMilliseconds(RatedAt!.Value),
        Version = Version!.Value,
        IsSimulated = Simulated ?? false,
    };
}
