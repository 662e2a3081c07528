using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Matinee.Core.Stores;

/// <summary>
/// The place behind one item of an ordered list: the values it is sorted by. Items that come and go before or behind it
/// neither repeat nor skip anything, as they would with page numbers.
/// </summary>
/// <param name="List">The name of the list and its order: a cursor of another is refused.</param>
/// <param name="Key">What the list is sorted by.</param>
/// <param name="Id">What makes the order of equals total.</param>
public sealed record Cursor(string List, double Key, string Id)
{
    const char Separator = '\n';
    const int MaxLength = 1024;

    /// <summary>The text that goes through a URL as it is.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{List}{Separator}{Key:R}{Separator}{Id}")));

    /// <summary>Reads a cursor of a list; null stays null.</summary>
    /// <exception cref="InvalidCursorException">It is none, or of another list.</exception>
    public static Cursor? Parse(string? text, string list)
    {
        if (text is null) return null;
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) throw new InvalidCursorException();
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator);
        return parts.Length == 3
            && parts[0] == list
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var key)
            && double.IsFinite(key)
                ? new(list, key, parts[2])
                : throw new InvalidCursorException();
    }

    /// <summary>The page that items, read one more than asked for, make.</summary>
    /// <param name="items">The items.</param>
    /// <param name="limit">How many were asked for.</param>
    /// <param name="at">The place behind an item.</param>
    public static Page<T> PageOf<T>(IReadOnlyList<T> items, int limit, Func<T, Cursor> at)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(at);
        return items.Count <= limit ? new(items, null) : new([.. items.Take(limit)], at(items[limit - 1]).ToString());
    }
}
