using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Matinee.Core.Catalog;
using Matinee.Core.Search;
using Matinee.Core.Stores;
using Matinee.Core.Tests.Catalog;

namespace Matinee.Core.Tests.Search;

/// <summary>Whatever somebody may type to find one of the bundled films.</summary>
public class BundledSearchTests
{
    const int Top = 10;

    [Fact]
    public void Find_TitleAsItIs_FindsItFirst()
    {
        Every(movie =>
        {
            // Of namesakes any may come first.
            return Find(movie.Title, 1) is [var first] && string.Equals(first.Title, movie.Title, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Find_TitleAndYear_FindsThatFilmFirst() =>
        Every(movie => Find($"{movie.Title} {movie.Year}", 1) is [var first] && first.Id == movie.Id);

    [Fact]
    public void Find_TitleWithoutAccentsAndCase_FindsIt() =>
        Every(movie => IsAmong(movie, Find(Plain(movie.Title).ToUpperInvariant(), Top)));

    [Fact]
    public void Find_OriginalTitle_FindsIt() =>
        Every(movie => movie.OriginalTitle is not { } title || IsAmong(movie, Find(title, Top)));

    [Fact]
    public void Find_TitleWithOneTypo_FindsIt()
    {
        var missed = new List<string>();
        var tried = 0;
        foreach (var movie in BundledMovies.All)
        {
            foreach (var mistyped in Mistyped(movie.Title, new Random(movie.Id)))
            {
                tried++;
                if (!IsAmong(movie, Find(mistyped, Top))) missed.Add($"{movie.Title}: {mistyped}");
            }
        }

        Assert.True(tried > 3_000, $"only {tried} were tried");
        Assert.Empty(missed);
    }

    [Fact]
    public void Suggest_EveryBeginningOfATitle_FindsItIfFewShareIt()
    {
        var beginnings = BundledMovies.All
            .SelectMany(movie => Beginnings(Folding.Fold(movie.Title)).Select(beginning => (Beginning: beginning, Movie: movie)))
            .GroupBy(pair => pair.Beginning, pair => pair.Movie)
            .Where(group => group.Count() <= Top)
            .ToList();
        var missed = new ConcurrentBag<string>();
        Parallel.ForEach(beginnings, group =>
        {
            var found = FilmSearch.Suggest(BundledMovies.View, group.Key, Top, 0).Films;
            foreach (var movie in group.Where(movie => !IsAmong(movie, found))) missed.Add($"{movie.Title}: {group.Key}");
        });

        Assert.True(beginnings.Count > 10_000, $"only {beginnings.Count} were tried");
        Assert.Empty(missed);
    }

    [Fact]
    public void Suggest_EveryPerson_IsFoundWithTheirFilms()
    {
        foreach (var person in BundledMovies.All.SelectMany(movie => movie.Directors.Concat(movie.Cast)).Distinct())
        {
            var films = BundledMovies.All.Count(movie => movie.Directors.Contains(person) || movie.Cast.Contains(person));
            var people = FilmSearch.Suggest(BundledMovies.View, Plain(person), 0, 5).People;

            Assert.Contains(new PersonHit(person, films), people);
        }
    }

    [Fact]
    public void Find_Person_FindsTheirFilms()
    {
        var person = "Isabelle Huppert";
        var films = BundledMovies.All.Where(movie => movie.Cast.Contains(person)).Select(movie => movie.Id).ToHashSet();

        Assert.NotEmpty(films);
        Assert.Superset(films, Find("isabele hupert", 200).Select(movie => movie.Id).ToHashSet());
        Assert.Equal(films, Find(person, 200).Select(movie => movie.Id).ToHashSet());
    }

    [Fact]
    public void Find_Keyword_FindsEveryFilmWithIt()
    {
        var films = BundledMovies.All.Where(movie => movie.Keywords.Contains("submarine")).Select(movie => movie.Id).ToHashSet();

        Assert.NotEmpty(films);
        Assert.Superset(films, Find("submarine", 200).Select(movie => movie.Id).ToHashSet());
    }

    static IEnumerable<string> Beginnings(string text) => Enumerable.Range(4, Math.Max(0, text.Length - 3)).Select(length => text[..length]);

    // A movie is among those found, or a namesake that can't be told from it by what was typed.
    static bool IsAmong(Movie movie, IReadOnlyList<Movie> found) => found.Any(one => one.Id == movie.Id || one.Title == movie.Title);

    static IReadOnlyList<Movie> Find(string text, int limit) => FilmSearch.Find(BundledMovies.View, text, new PageRequest { Limit = limit }).Items;

    static void Every(Predicate<Movie> rule) => Assert.Empty(BundledMovies.All.Where(movie => !rule(movie)).Select(movie => $"{movie.Id} {movie.Title}"));

    // What Folding does is not to be proved by itself: the letters of the bundled films by hand.
    static string Plain(string text)
    {
        var plain = new StringBuilder(text);
        const string Marked = "áàâãäåāăąçćčďéèêëēęěğíìîïīıłñńňóòôõöőøōřśšşșťţțúùûüůűūýžżźÁÀÂÄÅÇČÉÈÊÍÎÖØÓŁŚŠŞÚÜŽĐđðÐİ";
        const string Bare = "aaaaaaaaacccdeeeeeeegiiiiiilnnnoooooooorsssstttuuuuuuuyzzzAAAAACCEEEIIOOOLSSSUUZDddDI";
        for (var i = 0; i < plain.Length; i++)
        {
            if (Marked.IndexOf(plain[i]) is >= 0 and var at) plain[i] = Bare[at];
        }

        return plain.ToString();
    }

    // One slip in one word of five letters or more: left out, doubled, swapped with its neighbour, or another letter.
    static IEnumerable<string> Mistyped(string title, Random random)
    {
        for (var from = 0; from < title.Length;)
        {
            var to = title.IndexOf(' ', from);
            if (to < 0) to = title.Length;
            var length = to - from;
            if (length >= 5 && title.AsSpan(from, length).IndexOfAnyExceptInRange('A', 'z') < 0)
            {
                var at = from + random.Next(length - 1);
                yield return random.Next(2) == 0 ? title.Remove(at, 1) : title.Insert(at, title[at].ToString());
                yield return random.Next(2) == 0
                    ? string.Create(CultureInfo.InvariantCulture, $"{title[..at]}{title[at + 1]}{title[at]}{title[(at + 2)..]}")
                    : string.Create(CultureInfo.InvariantCulture, $"{title[..at]}{(char)('a' + random.Next(26))}{title[(at + 1)..]}");
            }

            from = to + 1;
        }
    }
}
