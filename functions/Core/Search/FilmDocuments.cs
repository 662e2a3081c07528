using System.Collections.Immutable;
using Matinee.Core.Catalog;

namespace Matinee.Core.Search;

/// <summary>What a search knows of films besides their terms, and how they are ranked.</summary>
sealed class FilmDocuments
{
    const double SameTitle = 1;
    const double SameButArticle = 0.9;
    const double SameOriginalTitle = 0.8;
    const double TitleBeginning = 0.5;
    const double BeginningButArticle = 0.2;
    const double WholeTitle = 0.3;
    const double SameYear = 0.5;
    const double Popular = 0.35;

    readonly TitleKeys[] _titles;
    readonly string?[] _originalTitles;
    readonly byte[] _titleWords;
    readonly int[] _years;

    public FilmDocuments(ImmutableArray<Movie> movies)
    {
        var folded = movies.Select(static movie => Folding.Fold(movie.Title)).ToArray();
        _titles = [.. folded.Select((title, i) => TitleKeys.Of(title, movies[i].Language))];
        _originalTitles = [.. movies.Select(static movie => movie.OriginalTitle is { } title ? TitleKey.Of(Folding.Fold(title)) : null)];
        _titleWords = [.. folded.Select(static title => (byte)Math.Clamp(TitleKey.PartsOf(title).Length, 1, byte.MaxValue))];
        _years = [.. movies.Select(static movie => movie.Year ?? 0)];
    }

    public int Count => _titles.Length;

    /// <summary>Ranks the films that have all required words or, where none has, those that have the most and at least half of them.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="tally">What its words have found.</param>
    /// <param name="popularity">How popular each film is, from 0 to 1.</param>
    /// <param name="ranking">Where films are offered.</param>
    public void Rank(SearchQuery query, Tally tally, ReadOnlySpan<float> popularity, Ranking ranking)
    {
        var most = 0;
        foreach (var words in tally.Required.AsSpan(0, Count)) most = Math.Max(most, words);
        if (most == 0 || most * 2 < query.Required) return;
        for (var film = 0; film < Count; film++)
        {
            if (tally.Required[film] != most) continue;
            var score = ScoreOf(film, query, tally) + Popular * popularity[film];
            // Comparing titles is what costs most, and most films have no chance whatever their title is.
            if (score + SameTitle >= ranking.Bound) ranking.Offer(film, score + TitleScore(film, query));
        }
    }

    double ScoreOf(int film, SearchQuery query, Tally tally)
    {
        double score = tally.Score[film] / tally.Weight;
        score += WholeTitle * Math.Min(tally.TitleWords[film], _titleWords[film]) / _titleWords[film];
        if (query.Year is { } year && year == _years[film]) score += SameYear;
        return score;
    }

    double TitleScore(int film, SearchQuery query)
    {
        var best = 0.0;
        foreach (var title in query.Titles)
        {
            if (_titles[film].Whole == title.Whole) return SameTitle;
            if (_titles[film].Bare == title.Bare) best = SameButArticle;
            else if (_originalTitles[film] == title.Whole) best = Math.Max(best, SameOriginalTitle);
            else if (Begins(_titles[film].Whole, title.Whole)) best = Math.Max(best, TitleBeginning);
            else if (Begins(_titles[film].Bare, title.Bare)) best = Math.Max(best, BeginningButArticle);
        }

        return best;
    }

    static bool Begins(string text, string beginning) => beginning.Length > 0 && text.StartsWith(beginning, StringComparison.Ordinal);
}
