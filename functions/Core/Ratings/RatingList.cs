using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Search;
using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>Lists what a viewer has rated.</summary>
public sealed class RatingList(IRatings ratings, Catalogue catalogue)
{
    /// <summary>The longest text that is searched for.</summary>
    public const int MaxSearchLength = 100;

    /// <summary>A part of a viewer's ratings.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="order">In which order.</param>
    /// <param name="search">Words that must all be in the film's title, or in its original one, in whatever case and without their accents; null: all films.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Page<ViewerRating>> ListAsync(
        string userId, RatingOrder order, string? search, PageRequest page, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (string.IsNullOrWhiteSpace(search)) return await ratings.ListAsync(userId, order, page, cancellation).ConfigureAwait(false);

        // Titles are in memory and a viewer's ratings in one partition: all of them are looked at, without their texts.
        var list = $"{order} {search}";
        var behind = Cursor.Parse(page.Cursor, list);
        var view = await catalogue.ViewAsync(cancellation).ConfigureAwait(false);
        var words = Folding.Fold(search).Split([Folding.WordBreak, Folding.PartBreak], StringSplitOptions.RemoveEmptyEntries);
        var all = await ratings.AllAsync(userId, cancellation).ConfigureAwait(false);
        var found = all.Where(rating => view.Find(rating.MovieId) is { } movie && Matches(movie, words))
            .Select(rating => (Place: PlaceOf(rating, order), rating.MovieId))
            .OrderBy(static one => one.Place).ThenBy(static one => one.MovieId)
            .Where(one => behind is null || IsBehind(one, behind))
            .Take(page.Limit + 1)
            .ToList();
        var part = Cursor.PageOf(found, page.Limit, one => new(list, one.Place, one.MovieId.ToString(CultureInfo.InvariantCulture)));
        var whole = await Task.WhenAll(part.Items.Select(one => ratings.FindAsync(userId, one.MovieId, cancellation))).ConfigureAwait(false);
        // What was removed between the two reads is left out.
        return new([.. whole.Where(static rating => rating is { Value.IsRemoved: false }).Select(static rating => rating!.Value)], part.NextCursor);
    }

    static bool Matches(Movie movie, string[] words) => Matches(movie.Title, words) || (movie.OriginalTitle is { } original && Matches(original, words));

    static bool Matches(string title, string[] words)
    {
        var folded = Folding.Fold(title);
        return words.Length > 0 && words.All(word => folded.Contains(word, StringComparison.Ordinal));
    }

    static bool IsBehind((double Place, int MovieId) one, Cursor cursor) =>
        int.TryParse(cursor.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var movieId)
            ? one.CompareTo((cursor.Key, movieId)) > 0
            : throw new InvalidCursorException();

    // Ascending, whatever the order.
    static double PlaceOf(RatedMovie rating, RatingOrder order) => order switch
    {
        RatingOrder.Newest => -rating.RatedAt.ToUnixTimeMilliseconds(),
        RatingOrder.Oldest => rating.RatedAt.ToUnixTimeMilliseconds(),
        RatingOrder.Highest => -rating.Stars,
        RatingOrder.Lowest => rating.Stars,
        RatingOrder.MovieId => rating.MovieId,
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "There is no such order."),
    };
}
