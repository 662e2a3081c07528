using System.Text.Json.Serialization;
using Matinee.Api.Catalog;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;

namespace Matinee.Api.Recommendations;

/// <summary>A rating that is not stored.</summary>
/// <param name="MovieId">The film.</param>
/// <param name="Stars">0.5 to 5, in halves.</param>
public sealed record SentRating(int MovieId, double Stars)
{
    /// <summary>The ratings, checked.</summary>
    public static IReadOnlyList<RatedMovie> Check(IReadOnlyList<SentRating> ratings) =>
        AnonymousRatings.Check([.. ratings.Select(static rating => (rating.MovieId, rating.Stars))]);
}

/// <summary>The ratings to recommend by.</summary>
/// <param name="Ratings">At most 500; of several for one film the last counts. None give what is popular.</param>
public sealed record RatingsBody(IReadOnlyList<SentRating> Ratings);

/// <summary>What to explain.</summary>
/// <param name="MovieIds">1 to 50 films.</param>
/// <param name="Ratings">At most 500 ratings to explain by; where they are left out, the signed-in viewer's own.</param>
/// <param name="NotBecauseOf">Ids of rated films whose ratings must not count.</param>
public sealed record ExplainBody(IReadOnlyList<int> MovieIds, IReadOnlyList<SentRating>? Ratings = null, IReadOnlyList<int>? NotBecauseOf = null);

/// <summary>A recommended film.</summary>
/// <param name="Movie">The film.</param>
/// <param name="Position">Its place in the whole list, counted from 1.</param>
/// <param name="Score">What the list goes by: a model's score, but for dials, variety and luck.</param>
/// <param name="PredictedStars">How many stars the viewer would give, and where that lies four times out of five; left out where nothing is known.</param>
/// <param name="Reasons">Why it is there, the weightiest reason first.</param>
public sealed record RecommendedItem(MovieSummary Movie, int Position, float Score, StarEstimate? PredictedStars, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Films as they are sent.</summary>
    public static IReadOnlyList<RecommendedItem> Of(IReadOnlyList<RecommendedMovie> films, CatalogueView view) =>
        [.. films.Select(film => new RecommendedItem(MovieSummary.Of(view, film.Movie), film.Position, film.Score, film.PredictedStars, film.Reasons))];
}

/// <summary>A page of recommendations.</summary>
/// <param name="ListId">The list that the page is of.</param>
/// <param name="ModelVersion">The model that made it; "popularity" while there is none.</param>
/// <param name="Seed">The luck of the list.</param>
/// <param name="Facts">What the page is like.</param>
/// <param name="UsualFacts">What it would be like with variety and dials left alone: the difference is what they cost.</param>
/// <param name="Items">The films.</param>
/// <param name="NextCursor">Where the next page begins; left out at the end.</param>
public sealed record RecommendationPage(
    string ListId, string ModelVersion, int Seed, ListFacts Facts, ListFacts UsualFacts, IReadOnlyList<RecommendedItem> Items, string? NextCursor)
{
    /// <summary>A page as it is sent.</summary>
    public static RecommendationPage Of(RecommendationList list, CatalogueView view) => new(
        list.ListId, list.ModelVersion, list.Seed, list.Facts, list.UsualFacts, RecommendedItem.Of(list.Items, view), list.NextCursor);
}

/// <summary>A row of the home page.</summary>
/// <param name="Id">Which row.</param>
/// <param name="TitleKey">What it is about, for the front end to word.</param>
/// <param name="Args">What goes into the wording.</param>
/// <param name="Items">The films.</param>
public sealed record RowItem(string Id, string TitleKey, IReadOnlyDictionary<string, string> Args, IReadOnlyList<RecommendedItem> Items);

/// <summary>The rows of the home page; no film is in two of them.</summary>
/// <param name="ListId">The id of all of it.</param>
/// <param name="ModelVersion">The model that made it; "popularity" while there is none.</param>
/// <param name="Seed">The luck of it.</param>
/// <param name="Items">The rows, one that has nothing to show left out.</param>
public sealed record RowsPage(string ListId, string ModelVersion, int Seed, IReadOnlyList<RowItem> Items)
{
    /// <summary>Rows as they are sent.</summary>
    public static RowsPage Of(RecommendationRows rows, CatalogueView view) => new(
        rows.ListId, rows.ModelVersion, rows.Seed,
        [.. rows.Items.Select(row => new RowItem(row.Id, row.TitleKey, row.Args, RecommendedItem.Of(row.Items, view)))]);
}

/// <summary>What the people most like the viewer have in common.</summary>
/// <param name="ListId">The id of the list.</param>
/// <param name="ModelVersion">The model that made it; "popularity" while there is none.</param>
/// <param name="Seed">There is no luck in this list: 0.</param>
/// <param name="People">How many people were asked; 0 where there are too few to say anything without telling of one.</param>
/// <param name="MeanLikeness">How much their ratings are like the viewer's on average: 1 the same, 0 not at all.</param>
/// <param name="Items">Films that at least three of them liked.</param>
public sealed record PeoplePage(
    string ListId, string ModelVersion, int Seed, int People, double MeanLikeness, IReadOnlyList<RecommendedItem> Items)
{
    /// <summary>A list as it is sent.</summary>
    public static PeoplePage Of(PeopleList list, CatalogueView view) => new(
        list.ListId, list.ModelVersion, list.Seed, list.People, list.MeanLikeness, RecommendedItem.Of(list.Items, view));
}

/// <summary>The JSON of recommendations.</summary>
[JsonSerializable(typeof(RatingsBody))]
[JsonSerializable(typeof(ExplainBody))]
[JsonSerializable(typeof(RecommendationPage))]
[JsonSerializable(typeof(RowsPage))]
[JsonSerializable(typeof(PeoplePage))]
[JsonSerializable(typeof(Explanations))]
public sealed partial class RecommendationsJson : JsonSerializerContext;
