using System.Globalization;
using System.Text.RegularExpressions;

namespace Matinee.Local.Seed;

/// <summary>A line that tells of a film: columns between bars, and in some of them lists between commas.</summary>
sealed partial class FilmLine
{
    public const int MinYear = 1888;
    public const int MaxYear = 2100;
    public const int MaxMinutes = 600;

    static readonly string[] s_columns =
    [
        "id", "title", "original title", "year", "genres", "minutes", "language",
        "countries", "directors", "cast", "keywords", "synopsis", "imdb",
    ];

    readonly string _place;
    readonly string[] _values;

    /// <exception cref="InvalidDataException">It has too few or too many columns.</exception>
    public FilmLine(string place, string text)
    {
        (_place, _values) = (place, text.Split('|', StringSplitOptions.TrimEntries));
        if (_values.Length != s_columns.Length)
        {
            throw new InvalidDataException(
                $"{place}: has {_values.Length} columns, not these {s_columns.Length}: {string.Join(" | ", s_columns)}.");
        }
    }

    /// <exception cref="InvalidDataException">A column holds what it can't.</exception>
    public BundledFilm Film() => new(
        Number(0, 1, int.MaxValue),
        Text(1),
        _values[2].Length == 0 ? null : _values[2],
        Number(3, MinYear, MaxYear),
        List(4, Genre(), "a genre as MovieLens names it"),
        Number(5, 1, MaxMinutes),
        Matching(6, Language(), _values[6], "a language such as en"),
        List(7, Country(), "a country such as US"),
        List(8),
        _values[9].Length == 0 ? [] : List(9),
        List(10, Keyword(), "a keyword in lower case"),
        Matching(11, Sentence(), _values[11], "a sentence with a full stop"),
        _values[12].Length == 0 ? null : Matching(12, Imdb(), _values[12], "an id such as tt0012349"));

    int Number(int column, int min, int max) =>
        int.TryParse(_values[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Wrong(column, _values[column], $"a number from {min} to {max}");

    string Text(int column) => _values[column].Length > 0 ? _values[column] : throw Wrong(column, "", "some text");

    string[] List(int column)
    {
        var items = _values[column].Split(',', StringSplitOptions.TrimEntries);
        if (Array.Exists(items, item => item.Length == 0)) throw Wrong(column, _values[column], "names between commas");
        return items.Distinct(StringComparer.Ordinal).Count() == items.Length
            ? items
            : throw Wrong(column, _values[column], "a list that says nothing twice");
    }

    string[] List(int column, Regex shape, string what) => Array.ConvertAll(List(column), item => Matching(column, shape, item, what));

    string Matching(int column, Regex shape, string value, string what) => shape.IsMatch(value) ? value : throw Wrong(column, value, what);

    InvalidDataException Wrong(int column, string value, string what) =>
        new($"{_place}: the column {s_columns[column]} has '{value}', which is not {what}.");

    [GeneratedRegex(
        "^(Action|Adventure|Animation|Children|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|IMAX|Musical|Mystery|Romance"
        + @"|Sci-Fi|Thriller|War|Western)\z")]
    private static partial Regex Genre();

    [GeneratedRegex(@"^[a-z]{2}\z")]
    private static partial Regex Language();

    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Country();

    [GeneratedRegex(@"^\P{Lu}+\z")]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^\p{Lu}.*\w\.\z|^[0-9].*\w\.\z")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^tt[0-9]{7,8}\z")]
    private static partial Regex Imdb();
}
