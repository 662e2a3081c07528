using System.Globalization;
using Matinee.Core.Stores;

namespace Matinee.Core.Catalog;

/// <summary>Where a film stands in an ordered list: highest number first, then by text, then by id.</summary>
/// <param name="Key">The number it is sorted by.</param>
/// <param name="Text">The text it is sorted by; empty in a list by numbers.</param>
/// <param name="Id">The film's id.</param>
readonly record struct MoviePosition(double Key, string Text, int Id) : IComparable<MoviePosition>
{
    // No folded text has one in it.
    const char Separator = '\t';

    /// <summary>Reads the position that a cursor of a list marks; null without a cursor.</summary>
    /// <exception cref="InvalidCursorException">It is none, or of another list.</exception>
    public static MoviePosition? Parse(string? cursor, string list)
    {
        if (Cursor.Parse(cursor, list) is not { } read) return null;
        var end = read.Id.LastIndexOf(Separator);
        return end >= 0 && int.TryParse(read.Id.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(read.Key, read.Id[..end], id)
            : throw new InvalidCursorException();
    }

    /// <summary>The cursor behind this position.</summary>
    public Cursor ToCursor(string list) => new(list, Key, string.Create(CultureInfo.InvariantCulture, $"{Text}{Separator}{Id}"));

    public int CompareTo(MoviePosition other)
    {
        if (other.Key.CompareTo(Key) is var byKey and not 0) return byKey;
        return string.CompareOrdinal(Text, other.Text) is var byText and not 0 ? byText : Id.CompareTo(other.Id);
    }
}
