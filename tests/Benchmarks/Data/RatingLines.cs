using System.Globalization;
using Matinee.Engine.Ratings;

namespace Matinee.Benchmarks.Data;

/// <summary>Text files with a rating a line: user, film, stars, seconds since 1970.</summary>
static class RatingLines
{
    /// <summary>Reads a file line by line, anew each time it is walked.</summary>
    /// <exception cref="InvalidDataException">A line is no rating; the message names file, line and text.</exception>
    public static IEnumerable<Rating> Read(string file, string separator, bool header = false)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (number == 1 && header) continue;
            if (!TryParse(line, separator, out var rating))
                throw new InvalidDataException($"{file}, line {number}: '{line}' is not user{separator}film{separator}stars{separator}time.");
            yield return rating;
        }
    }

    static bool TryParse(ReadOnlySpan<char> line, string separator, out Rating rating)
    {
        rating = default;
        Span<Range> fields = stackalloc Range[5];
        if (line.Split(fields, separator) != 4 ||
            !int.TryParse(line[fields[0]], CultureInfo.InvariantCulture, out var user) ||
            !int.TryParse(line[fields[1]], CultureInfo.InvariantCulture, out var film) ||
            !float.TryParse(line[fields[2]], CultureInfo.InvariantCulture, out var stars) ||
            !long.TryParse(line[fields[3]], CultureInfo.InvariantCulture, out var time)) return false;
        rating = new(user, film, stars, time);
        return true;
    }
}
