using System.Text.Json.Serialization;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;

namespace Matinee.Api.Ratings;

/// <summary>A film in a list of the viewer's own.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title; left out where the film is no longer in the catalogue.</param>
/// <param name="Year">The year of its release.</param>
/// <param name="Genres">Its genres.</param>
/// <param name="Directors">Who directed it.</param>
/// <param name="PosterUrl">Where its poster is.</param>
public sealed record FilmLine(
    int Id, string? Title, int? Year, IReadOnlyList<string> Genres, IReadOnlyList<string> Directors, string? PosterUrl)
{
    /// <summary>A film of the catalogue.</summary>
    public static FilmLine Of(int movieId, CatalogueView view)
    {
        var movie = view.Find(movieId);
        return new(movieId, movie?.Title, movie?.Year, movie?.Genres ?? [], movie?.Directors ?? [], movie?.PosterUrl);
    }
}

/// <summary>Stars for a film.</summary>
/// <param name="Stars">0.5 to 5, in halves.</param>
public sealed record StarsBody(double Stars);

/// <summary>A review.</summary>
/// <param name="Text">1 to 5,000 characters.</param>
public sealed record ReviewBody(string Text);

/// <summary>Stars for one of many films.</summary>
/// <param name="MovieId">Which film.</param>
/// <param name="Stars">0.5 to 5, in halves.</param>
/// <param name="RatedAt">When, where it was in the past.</param>
/// <param name="Review">A text; where it is left out, one that is there stays.</param>
public sealed record BulkItem(int MovieId, double Stars, DateTimeOffset? RatedAt = null, string? Review = null);

/// <summary>Stars for many films.</summary>
/// <param name="Ratings">At most 500, each film once.</param>
public sealed record BulkBody(IReadOnlyList<BulkItem> Ratings);

/// <summary>What became of one of many ratings.</summary>
/// <param name="MovieId">Which film.</param>
/// <param name="Effect">What became of it.</param>
public sealed record BulkOutcome(int MovieId, RatingEffect Effect);

/// <summary>What became of many ratings.</summary>
/// <param name="Items">Each of them, in the order given.</param>
/// <param name="FirstPage">What they did to the first page of recommendations; left out where it is not known.</param>
public sealed record BulkOutcomes(IReadOnlyList<BulkOutcome> Items, FirstPageChange? FirstPage);

/// <summary>A rating of the viewer.</summary>
/// <param name="Movie">The film.</param>
/// <param name="Stars">0.5 to 5, in halves.</param>
/// <param name="Review">The text that goes with it.</param>
/// <param name="RatedAt">When the stars were given.</param>
public sealed record RatingItem(FilmLine Movie, double Stars, string? Review, DateTimeOffset RatedAt)
{
    /// <summary>A rating as it is sent.</summary>
    public static RatingItem Of(ViewerRating rating, CatalogueView view) =>
        new(FilmLine.Of(rating.MovieId, view), rating.Stars!.Value, rating.Review, rating.RatedAt);
}

/// <summary>A part of a viewer's ratings.</summary>
/// <param name="Items">The ratings.</param>
/// <param name="NextCursor">Where the next part begins; left out at the end.</param>
public sealed record RatingPage(IReadOnlyList<RatingItem> Items, string? NextCursor);

/// <summary>A rating as it is now, and what it did.</summary>
/// <param name="Rating">The rating.</param>
/// <param name="FirstPage">Which films it brought onto the first page of recommendations and which it took off; left out where it is not known.</param>
public sealed record RatingResult(RatingItem Rating, FirstPageChange? FirstPage);

/// <summary>The JSON of the viewer's ratings.</summary>
[JsonSerializable(typeof(StarsBody))]
[JsonSerializable(typeof(ReviewBody))]
[JsonSerializable(typeof(BulkBody))]
[JsonSerializable(typeof(BulkOutcomes))]
[JsonSerializable(typeof(RatingItem))]
[JsonSerializable(typeof(RatingPage))]
[JsonSerializable(typeof(RatingResult))]
public sealed partial class MyRatingsJson : JsonSerializerContext;
