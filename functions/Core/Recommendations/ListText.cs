using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;

namespace Matinee.Core.Recommendations;

/// <summary>Names for what is asked for: the same for the same, another for anything else.</summary>
static class ListText
{
    const int NameBytes = 16;

    /// <summary>All of a filter.</summary>
    public static string Of(MovieFilter filter) => Join(
        Join([.. filter.Genres]), filter.AllGenres, filter.YearFrom, filter.YearTo, filter.RuntimeFrom, filter.RuntimeTo,
        Join([.. filter.Languages]), filter.Person, filter.MinVotes);

    /// <summary>All of a request that its list depends on, wherever in the list the page is.</summary>
    public static string Of(ListRequest request) => Join(
        Of(request.Filter), request.Variety, request.Popularity, request.Recency, request.Seed,
        Join([.. request.Exclude]), Join([.. request.NotBecauseOf]));

    /// <summary>All ratings, in whatever order they came.</summary>
    public static string Of(IReadOnlyList<RatedMovie> ratings) =>
        string.Join(',', ratings.OrderBy(static rating => rating.MovieId).Select(static rating => FormattableString.Invariant($"{rating.MovieId}:{rating.Stars}")));

    /// <summary>A short name of many parts.</summary>
    public static string NameOf(params ReadOnlySpan<object?> parts) => Convert.ToHexStringLower(HashOf(parts).AsSpan(0, NameBytes));

    /// <summary>A number of many parts.</summary>
    public static ulong NumberOf(params ReadOnlySpan<object?> parts) => BitConverter.ToUInt64(HashOf(parts));

    static byte[] HashOf(ReadOnlySpan<object?> parts) => SHA256.HashData(Encoding.UTF8.GetBytes(Join(parts)));

    // Each part comes with its length, so that no two lists of parts make the same text.
    static string Join(params ReadOnlySpan<object?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var one = Convert.ToString(part, CultureInfo.InvariantCulture) ?? "";
            text.Append(part is null ? -1 : one.Length).Append(':').Append(one);
        }

        return text.ToString();
    }
}
