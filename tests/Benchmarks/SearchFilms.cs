using System.Collections.Immutable;
using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Engine.Numerics;
using Matinee.Local.Seed;

namespace Matinee.Benchmarks;

/// <summary>Films made up of the words and names of the bundled ones, which come as often as there, and of words and names made from their syllables.</summary>
static class SearchFilms
{
    const int Letters = 26;
    const double NewWord = 0.15;
    const double NewName = 0.6;

    public static ImmutableArray<Movie> MakeUp(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        var films = BundledCatalogue.Films().ToArray();
        var words = films.SelectMany(static film => film.Title.Split(' ')).ToArray();
        var names = films.SelectMany(static film => film.Cast.Concat(film.Directors)).ToArray();
        var keywords = films.SelectMany(static film => film.Keywords).ToArray();
        var known = new List<string>();
        var movies = ImmutableArray.CreateBuilder<Movie>(count);
        for (var id = 1; id <= count; id++)
        {
            var film = films[random.Next(films.Length)];
            movies.Add(new()
            {
                Id = id,
                Title = Words(1 + random.Next(2) + random.Next(3)),
                OriginalTitle = random.NextDouble() < 0.25 ? Words(1 + random.Next(4)) : null,
                Year = film.Year,
                Genres = film.Genres,
                Directors = [Name()],
                Cast = [.. Enumerable.Range(0, 3 + random.Next(4)).Select(_ => Name()).Distinct()],
                Keywords = [.. Enumerable.Range(0, 3 + random.Next(6)).Select(_ => keywords[random.Next(keywords.Length)]).Distinct()],
                Language = film.Language,
            });
        }

        return movies.MoveToImmutable();

        string Words(int number) => string.Join(' ', Enumerable.Range(0, number).Select(_ => random.NextDouble() < NewWord ? Crossed(words) : words[random.Next(words.Length)]));

        // Most people are in several films: a new one comes up at times, later the same again.
        string Name()
        {
            if (known.Count > 0 && random.NextDouble() > NewName) return known[random.Next(known.Count)];
            var name = random.NextDouble() < 0.2 ? names[random.Next(names.Length)] : $"{Crossed(names, 0)} {Crossed(names, 1)}";
            known.Add(name);
            return name;
        }

        // The beginning of one word and the end of another: letters follow each other as they do in words.
        string Crossed(string[] from, int part = -1)
        {
            var (one, other) = (Part(from[random.Next(from.Length)], part), Part(from[random.Next(from.Length)], part));
            return one[..((one.Length + 1) / 2)] + other[(other.Length / 2)..].ToLowerInvariant();
        }

        static string Part(string text, int part) => part < 0 ? text : part == 0 ? text.Split(' ')[0] : text.Split(' ')[^1];
    }

    /// <summary>Few films have most of the votes.</summary>
    public static ImmutableArray<float> PopularityOf(int count) =>
        [.. Enumerable.Range(0, count).Select(film => (float)(1 - Math.Log(1 + film) / Math.Log(1 + count)))];

    /// <summary>Every beginning of what is typed, as it is sent letter by letter.</summary>
    public static IEnumerable<string> Typed(ImmutableArray<Movie> movies, SearchTyping kind, int count, ulong seed)
    {
        var random = new SeededRandom(seed, (ulong)kind);
        for (var i = 0; i < count; i++)
        {
            var movie = movies[random.Next(movies.Length)];
            var text = kind switch
            {
                SearchTyping.Titles => movie.Title,
                SearchTyping.MistypedTitles => Mistyped(movie.Title, 1 + random.Next(2), ref random),
                SearchTyping.Names => movie.Cast[0],
                SearchTyping.MistypedNames => Mistyped(movie.Cast[0], 2, ref random),
                _ => Nonsense(ref random),
            };
            for (var length = 1; length <= text.Length; length++) yield return text[..length];
        }
    }

    static string Mistyped(string text, int errors, ref SeededRandom random)
    {
        for (var error = 0; error < errors && text.Length > 2; error++)
        {
            var at = random.Next(text.Length - 1);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Letter(ref random)),
                2 => string.Create(CultureInfo.InvariantCulture, $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}"),
                _ => string.Concat(text.AsSpan(0, at), Letter(ref random), text.AsSpan(at + 1)),
            };
        }

        return text;
    }

    static string Nonsense(ref SeededRandom random)
    {
        var text = "";
        for (var word = 0; word < 3; word++)
        {
            for (var letter = 0; letter < 9; letter++) text += Letter(ref random);
            text += ' ';
        }

        return text.TrimEnd();
    }

    static string Letter(ref SeededRandom random) => ((char)('a' + random.Next(Letters))).ToString();
}
