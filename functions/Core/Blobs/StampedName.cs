using System.Globalization;
using System.Security.Cryptography;

namespace Matinee.Core.Blobs;

/// <summary>Names that sort by the time they were given, such as 20260131-235959123-8f3a91c2, and never meet.</summary>
static class StampedName
{
    const string Format = "yyyyMMdd-HHmmssfff";
    const int RandomDigits = 8;
    const int Length = 18 + 1 + RandomDigits;

    public static string New(DateTimeOffset now) =>
        now.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture) + "-" + RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true);

    /// <summary>When the name was given; null where this is no such name.</summary>
    public static DateTimeOffset? TimeOf(string? name) =>
        name is { Length: Length } && name[^(RandomDigits + 1)] == '-' && IsRandom(name.AsSpan(Length - RandomDigits))
            && DateTimeOffset.TryParseExact(
                name.AsSpan(0, Length - RandomDigits - 1), Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    static bool IsRandom(ReadOnlySpan<char> digits)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigitLower(digit)) return false;
        }

        return true;
    }
}
