using System.Collections.Frozen;

namespace Matinee.Engine.Portraits;

/// <summary>How genres and decades are spoken of in a sentence.</summary>
static class Words
{
    // What catalogues write in ways that nobody says; any other genre is its own word, in small letters.
    static readonly FrozenDictionary<string, string> s_genres = new Dictionary<string, string>
    {
        ["sci-fi"] = "science fiction",
        ["film-noir"] = "film noir",
        ["noir"] = "film noir",
        ["children"] = "family films",
        ["children's"] = "family films",
        ["family"] = "family films",
        ["imax"] = "spectacle",
        ["musical"] = "musicals",
        ["music"] = "music films",
        ["western"] = "westerns",
        ["crime"] = "crime films",
        ["mystery"] = "mysteries",
        ["documentary"] = "documentaries",
        ["war"] = "war films",
        ["thriller"] = "thrillers",
        ["foreign"] = "foreign films",
        ["tv movie"] = "television films",
    }.ToFrozenDictionary();

    /// <summary>A genre in a sentence: "science fiction", "westerns".</summary>
    public static string Genre(string genre)
    {
        var word = genre.ToLowerInvariant();
        return s_genres.GetValueOrDefault(word, word);
    }

    /// <summary>A decade by the year that it begins with; 0 is all that came before.</summary>
    public static string Decade(int firstYear) => firstYear == 0 ? "before 1950" : $"{firstYear}s";

    /// <summary>A decade before "films", such as "nineties"; in figures where the word could mean another century's.</summary>
    public static string DecadeFilms(int firstYear) => firstYear switch
    {
        1950 => "fifties",
        1960 => "sixties",
        1970 => "seventies",
        1980 => "eighties",
        1990 => "nineties",
        _ => $"{firstYear}s",
    };

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };
}
