using Matinee.Core.Ratings;
using Matinee.Core.Telemetry;

namespace Matinee.Azure.Cosmos.Documents;

/// <summary>A rating on its viewer's side. A removed one stays for a while, so that readers of the change feed see that it went.</summary>
sealed record RatingDocument(
    string Id,
    string UserId,
    int MovieId,
    bool Removed,
    double? Stars,
    string? Review,
    long RatedAt,
    long Version,
    int? Ttl)
{
    /// <summary>The trace of the request that wrote it, for who reads it in the change feed.</summary>
    public string? Trace { get; init; }

    public static RatingDocument Of(ViewerRating rating) => new(
        MovieDocument.IdOf(rating.MovieId),
        rating.UserId,
        rating.MovieId,
        rating.IsRemoved,
        rating.Stars,
        rating.Review,
        rating.RatedAt.ToUnixTimeMilliseconds(),
        rating.Version,
        rating.IsRemoved ? Tombstones.RatingSeconds : null)
    {
        Trace = TraceParent.Current,
    };

    public ViewerRating ToRating() => new()
    {
        UserId = UserId,
        MovieId = MovieId,
        Stars = Stars,
        Review = Review,
        RatedAt = DateTimeOffset.FromUnixTimeMilliseconds(RatedAt),
        Version = Version,
    };

    public RatedMovie ToRatedMovie() => new(MovieId, Stars!.Value, DateTimeOffset.FromUnixTimeMilliseconds(RatedAt), Version);
}
