using System.Globalization;
using Matinee.Engine.Facts;

namespace Matinee.Engine.Content;

/// <summary>A term as it stands in the facts of one film.</summary>
/// <param name="Field">What it says of the film.</param>
/// <param name="Key">What makes it the same term in other films.</param>
/// <param name="Text">As it is written.</param>
readonly record struct FilmTerm(ContentField Field, string Key, string Text);

/// <summary>Takes the facts of a film apart.</summary>
static class FilmTerms
{
    const int MinWord = 3;

    /// <summary>Every term as often as it occurs.</summary>
    public static IEnumerable<FilmTerm> Of(FilmFacts film, int leadingCast)
    {
        var terms = Phrases(ContentField.Genre, film.Genres)
            .Concat(Phrases(ContentField.Keyword, film.Keywords))
            .Concat(Phrases(ContentField.Director, film.Directors))
            .Concat(Phrases(ContentField.Cast, film.Cast.Take(leadingCast)))
            .Concat(Phrases(ContentField.Language, [film.Language]))
            .Concat(Words(film.Overview));
        return film.Year > 0 ? terms.Append(Decade(film.Year)) : terms;
    }

    // A name counts once, however often it is listed.
    static IEnumerable<FilmTerm> Phrases(ContentField field, IEnumerable<string> phrases) => phrases
        .Select(phrase => string.Join(' ', phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        .Where(text => text.Length > 0)
        .Select(text => new FilmTerm(field, text.ToUpperInvariant(), text))
        .DistinctBy(term => term.Key);

    static FilmTerm Decade(int year)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{year / 10 * 10}s");
        return new(ContentField.Decade, text, text);
    }

    static IEnumerable<FilmTerm> Words(string synopsis)
    {
        var start = -1;
        for (var i = 0; i <= synopsis.Length; i++)
        {
            if (i < synopsis.Length && char.IsLetterOrDigit(synopsis[i]))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0 && i - start >= MinWord)
            {
                var word = synopsis[start..i].ToLowerInvariant();
                if (!StopWords.Has(word)) yield return new(ContentField.Synopsis, Stemmer.Stem(word), word);
            }

            start = -1;
        }
    }
}
