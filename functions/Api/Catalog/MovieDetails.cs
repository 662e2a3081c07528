using Matinee.Core.Catalog;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;

namespace Matinee.Api.Catalog;

/// <summary>
/// A film as its page shows it: its facts, how many ratings of half a star to five stars it has, how many of them with a text, and
/// its places in the hot lists. What is <c>my</c>, on the shelf or predicted is the viewer's who is signed in.
/// </summary>
public sealed record MovieDetails(
    int Id,
    string Title,
    string? OriginalTitle,
    int? Year,
    IReadOnlyList<string> Genres,
    int? RuntimeMinutes,
    string? Language,
    IReadOnlyList<string> Directors,
    IReadOnlyList<string> Cast,
    IReadOnlyList<string> Keywords,
    string? Overview,
    string? ImdbId,
    string? PosterUrl,
    int Votes,
    double? MeanStars,
    IReadOnlyList<int> Histogram,
    int Reviews,
    HotRanks? HotRank = null,
    MyRating? MyRating = null,
    IReadOnlyList<ShelfKind>? OnShelf = null,
    PredictedStars? PredictedStars = null)
{
    /// <summary>Puts a film and its counts together.</summary>
    public static MovieDetails Of(CatalogueView view, Movie movie, MovieStats stats) => new(
        movie.Id, movie.Title, movie.OriginalTitle, movie.Year, movie.Genres, movie.RuntimeMinutes, movie.Language, movie.Directors, movie.Cast,
        movie.Keywords, movie.Overview, movie.ImdbId, movie.PosterUrl, stats.Count, stats.MeanStars, stats.Counts, stats.Reviews, HotRanks.Of(view, movie));

    /// <summary>The same as one viewer sees it.</summary>
    public MovieDetails For(ViewersMovie viewer) => this with
    {
        MyRating = viewer.Rating is { } rating ? new(rating.Stars!.Value, rating.Review, rating.RatedAt) : null,
        OnShelf = viewer.OnShelf,
        PredictedStars = viewer.Prediction is { } prediction ? new(prediction.Stars, prediction.Low, prediction.High, prediction.ModelVersion) : null,
    };
}

/// <summary>A film's places in the hot lists; 1 is the hottest.</summary>
public sealed record HotRanks(int Week, int Month, int All)
{
    /// <summary>Those of a film; null where nobody has rated it.</summary>
    public static HotRanks? Of(CatalogueView view, Movie movie)
    {
        var place = view.PlaceOf(movie.Id);
        return view.HotRankOf(place, HotWindow.Week) is { } week
            && view.HotRankOf(place, HotWindow.Month) is { } month
            && view.HotRankOf(place, HotWindow.All) is { } all ? new(week, month, all) : null;
    }
}

/// <summary>The viewer's own rating.</summary>
public sealed record MyRating(double Stars, string? Review, DateTimeOffset RatedAt);

/// <summary>How many stars the viewer would probably give, and between which numbers that most likely lies.</summary>
public sealed record PredictedStars(double Stars, double Low, double High, string ModelVersion);
