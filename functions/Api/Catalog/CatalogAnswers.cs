using System.Text.Json.Serialization;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Api.Catalog;

/// <summary>A page of films.</summary>
public sealed record MoviePage(IReadOnlyList<MovieSummary> Items, string? NextCursor = null)
{
    /// <summary>A page of a view.</summary>
    public static MoviePage Of(CatalogueView view, Page<Movie> page) => new([.. page.Items.Select(movie => MovieSummary.Of(view, movie))], page.NextCursor);
}

/// <summary>A film in a hot list.</summary>
/// <param name="Rank">Its place in the whole list; 1 is the hottest.</param>
/// <param name="Ratings">How many ratings it has got within the window, as of now.</param>
/// <param name="MeanStars">Their mean.</param>
/// <param name="Movie">The film, with all of its ratings.</param>
public sealed record HotMovieItem(int Rank, int Ratings, double? MeanStars, MovieSummary Movie)
{
    /// <summary>A film of a view, which somebody has rated.</summary>
    public static HotMovieItem Of(CatalogueView view, Movie movie, HotWindow window, DateTimeOffset now)
    {
        var (count, mean) = view.HotOf(movie.Id, window)!.Within(now);
        return new(view.HotRankOf(view.PlaceOf(movie.Id), window)!.Value, count, mean, MovieSummary.Of(view, movie));
    }
}

/// <summary>A page of a hot list.</summary>
public sealed record HotMoviePage(IReadOnlyList<HotMovieItem> Items, string? NextCursor = null);

/// <summary>Films that are like another, the most alike first.</summary>
public sealed record SimilarMovies(IReadOnlyList<MovieSummary> Items);

/// <summary>A genre and how many films have it.</summary>
public sealed record GenreItem(string Name, int Count);

/// <summary>All genres in alphabetical order.</summary>
public sealed record GenreList(IReadOnlyList<GenreItem> Items);

/// <summary>A review, with the name of who wrote it, or "A viewer" where they have not given one; simulated ones say so.</summary>
public sealed record ReviewItem(string Viewer, double Stars, string Text, DateTimeOffset RatedAt, bool IsSimulated)
{
    const string Nameless = "A viewer";

    /// <summary>A review as it is shown.</summary>
    public static ReviewItem Of(SignedReview review) => new(review.Name ?? Nameless, review.Stars, review.Text, review.RatedAt, review.IsSimulated);
}

/// <summary>A page of reviews.</summary>
public sealed record ReviewPage(IReadOnlyList<ReviewItem> Items, string? NextCursor = null);

/// <summary>The JSON of the catalogue.</summary>
[JsonSerializable(typeof(MovieDetails))]
[JsonSerializable(typeof(MoviePage))]
[JsonSerializable(typeof(HotMoviePage))]
[JsonSerializable(typeof(SimilarMovies))]
[JsonSerializable(typeof(GenreList))]
[JsonSerializable(typeof(ReviewPage))]
public sealed partial class CatalogJson : JsonSerializerContext;
