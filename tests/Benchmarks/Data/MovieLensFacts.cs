using System.Globalization;
using Matinee.Engine.Facts;

namespace Matinee.Benchmarks.Data;

/// <summary>What MovieLens tells of films and people besides the ratings; nothing where its files are not there.</summary>
static class MovieLensFacts
{
    /// <summary>ml-100k, which also describes its people.</summary>
    public static KnownFacts OfHundred(string filmFile, string peopleFile) =>
        !File.Exists(filmFile) || !File.Exists(peopleFile) ? KnownFacts.None
        : new(FilmLines.OfHundred(filmFile), File.ReadLines(peopleFile).Select(static line => line.Split('|')).Select(static field => KeyValuePair.Create(
            (long)Number(field[0]),
            new PersonFacts { Age = Math.Clamp(Number(field[1]), PersonFacts.MinAge, PersonFacts.MaxAge), Gender = field[2], Occupation = field[3] })));

    /// <summary>ml-latest, whose people have also given tags.</summary>
    public static KnownFacts OfLatest(string filmFile, string tagFile) =>
        File.Exists(filmFile) ? new(FilmLines.OfLatest(filmFile, tagFile)) : KnownFacts.None;

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
