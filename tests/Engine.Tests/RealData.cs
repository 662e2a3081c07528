using System.Globalization;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests;

/// <summary>MovieLens' ml-latest-small, where it lies beside the checkout or where MATINEE_DATA points; tests without it skip and say so.</summary>
static class RealData
{
    const string Set = "ml-latest-small";

    public static IReadOnlyList<Rating> Ratings()
    {
        var file = Candidates().Select(folder => Path.Combine(folder, "ratings.csv")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(file is null, $"{Set} was not found in ../shared/data; set MATINEE_DATA to the folder that holds it.");
        return File.ReadLines(file!).Skip(1).Select(line => line.Split(',')).Select(field => new Rating(
            int.Parse(field[0], CultureInfo.InvariantCulture),
            int.Parse(field[1], CultureInfo.InvariantCulture),
            float.Parse(field[2], CultureInfo.InvariantCulture),
            long.Parse(field[3], CultureInfo.InvariantCulture))).ToList();
    }

    static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("MATINEE_DATA") is { Length: > 0 } given)
        {
            yield return given;
            yield return Path.Combine(given, Set);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Matinee.slnx")))
                yield return Path.Combine(folder.FullName, "..", "shared", "data", Set);
        }
    }
}
