using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Core.Catalog;

/// <summary>Cuts pages from the lists of films. A cursor holds a place, not a number of films: what comes and goes meanwhile neither repeats nor skips others.</summary>
public static class MovieList
{
    /// <summary>A page of the films that are wanted.</summary>
    /// <exception cref="InvalidCursorException">The cursor is of a list with another filter or order.</exception>
    public static Page<Movie> Browse(CatalogueView view, MovieFilter filter, MovieSort sort, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(filter);
        return Cut(view, view.OrderBy(sort), $"movies {sort} {filter.Digest}", place => filter.Matches(view, place), page);
    }

    /// <summary>A page of the films with ratings, the hottest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is of another window or list.</exception>
    public static Page<Movie> Hot(CatalogueView view, HotWindow window, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Cut(view, view.HottestOf(window), $"hot {window}", place => view.ScoreOf(place, window) > 0, page);
    }

    static Page<Movie> Cut(CatalogueView view, MovieOrder order, string list, Func<int, bool> isWanted, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = new List<int>();
        var from = MoviePosition.Parse(page.Cursor, list) is { } position ? order.CountUpTo(position) : 0;
        for (var at = from; at < order.Places.Length && found.Count <= page.Limit; at++)
        {
            if (isWanted(order.Places[at])) found.Add(order.Places[at]);
        }

        var cut = Cursor.PageOf(found, page.Limit, place => order.PositionOf(place).ToCursor(list));
        return new([.. cut.Items.Select(place => view.Movies[place])], cut.NextCursor);
    }
}
