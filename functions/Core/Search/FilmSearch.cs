using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Catalog;
using Matinee.Core.Stores;

namespace Matinee.Core.Search;

/// <summary>Searches a view of the catalogue; the store is asked for nothing.</summary>
public static class FilmSearch
{
    /// <summary>The longest text that is searched for, in characters.</summary>
    public const int MaxLength = 200;

    const int DigestBytes = 8;

    /// <summary>A page of the films that a text may mean, the likeliest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is of another text.</exception>
    public static Page<Movie> Find(CatalogueView view, string text, PageRequest page)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(page);
        var query = QueryOf(text);
        var list = $"search {DigestOf(text)}";
        var found = view.Search.Films(query, view.Popularity, AfterOf(view, page.Cursor, list), page.Limit + 1);
        var cut = Cursor.PageOf(found, page.Limit, film => new(list, film.Score, view.Movies[film.Document].Id.ToString(CultureInfo.InvariantCulture)));
        return new([.. cut.Items.Select(film => view.Movies[film.Document])], cut.NextCursor);
    }

    /// <summary>The films and people that a text, perhaps not yet typed to its end, may mean.</summary>
    public static Suggestions Suggest(CatalogueView view, string text, int films, int people)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfNegative(films);
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        var found = view.Search.Suggest(QueryOf(text), view.Popularity, films, people);
        return new([.. found.Films.Select(film => view.Movies[film.Document])], found.People);
    }

    static SearchQuery QueryOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MaxLength
            ? SearchQuery.Parse(text)
            : throw new ArgumentException($"The text has {text.Length} characters; search for {MaxLength} at most.", nameof(text));
    }

    static Ranked? AfterOf(CatalogueView view, string? cursor, string list)
    {
        if (Cursor.Parse(cursor, list) is not { } read) return null;
        return int.TryParse(read.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && view.PlaceOf(id) is >= 0 and var place
            ? new(place, read.Key)
            : throw new InvalidCursorException();
    }

    static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, DigestBytes));
}
