using System.Buffers;

namespace Matinee.Core.Blobs;

/// <summary>
/// Which names are safe everywhere, as paths on any file system and in URLs: lower-case letters, digits, hyphens and dots, in parts
/// between single slashes, each beginning with a letter or a digit.
/// </summary>
public static class BlobName
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxLength = 200;

    static readonly SearchValues<char> s_inside = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>The name itself, if it is one.</summary>
    /// <exception cref="ArgumentException">It is not; the message says why.</exception>
    public static string Require(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > MaxLength)
            throw new ArgumentException($"The blob name '{name[..40]}...' has more than {MaxLength} characters.", nameof(name));
        foreach (var part in name.Split('/'))
        {
            if (IsPart(part)) continue;
            throw new ArgumentException(
                $"'{name}' is not a blob name: only a-z, 0-9, '-' and '.', in parts that begin with a letter or digit.", nameof(name));
        }

        return name;
    }

    /// <summary>Can this stand between the slashes of a name?</summary>
    public static bool IsPart(ReadOnlySpan<char> part) =>
        part.Length > 0 && (char.IsAsciiLetterLower(part[0]) || char.IsAsciiDigit(part[0])) && part[^1] != '.' && !part.ContainsAnyExcept(s_inside);
}
