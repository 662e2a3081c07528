using System.Buffers.Text;

namespace Matinee.Local.Import.MovieLens;

/// <summary>A line of ratings: who, which film, halves of stars, when (seconds since 1970).</summary>
readonly record struct RatingLine(int User, int Film, byte Halves, long Time)
{
    const int MaxHalves = 10;

    /// <summary>Reads a line; null, or what is wrong with it.</summary>
    public static string? TryParse(ReadOnlySpan<byte> line, ReadOnlySpan<byte> separator, long latest, out RatingLine rating)
    {
        rating = default;
        if (!TryNumber(ref line, separator, out var user) || user is < 0 or > int.MaxValue) return "it does not begin with the number of a user";
        if (!TryNumber(ref line, separator, out var film) || film is < 0 or > int.MaxValue) return "its second column is not the number of a film";
        if (!Utf8Parser.TryParse(line, out double stars, out var used) || !Skip(ref line, used, separator)) return "its third column is no number of stars";
        var halves = stars * 2;
        if (!(halves is >= 1 and <= MaxHalves && halves == Math.Floor(halves))) return $"{stars} stars are not one of 0.5, 1, 1.5, ... 5";
        if (!Utf8Parser.TryParse(line, out long time, out used) || used != line.Length) return "its fourth column is no time in seconds";
        if (time < 0 || time > latest) return $"the time {time} is before 1970 or in the future";
        rating = new((int)user, (int)film, (byte)halves, time);
        return null;
    }

    static bool TryNumber(ref ReadOnlySpan<byte> line, ReadOnlySpan<byte> separator, out long number) =>
        Utf8Parser.TryParse(line, out number, out var used) && Skip(ref line, used, separator);

    static bool Skip(ref ReadOnlySpan<byte> line, int used, ReadOnlySpan<byte> separator)
    {
        line = line[used..];
        if (!line.StartsWith(separator)) return false;
        line = line[separator.Length..];
        return true;
    }
}
