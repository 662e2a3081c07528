using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Catalog;

/// <summary>Which films of the catalogue are wanted; what is left out does not matter.</summary>
public sealed record MovieFilter
{
    const int DigestBytes = 8;

    /// <summary>Every film.</summary>
    public static MovieFilter None { get; } = new();

    /// <summary>The genres, in whatever case.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>A film must have every one of the genres, not just one of them.</summary>
    public bool AllGenres { get; init; }

    /// <summary>The first year.</summary>
    public int? YearFrom { get; init; }

    /// <summary>The last year.</summary>
    public int? YearTo { get; init; }

    /// <summary>The least minutes.</summary>
    public int? RuntimeFrom { get; init; }

    /// <summary>The most minutes.</summary>
    public int? RuntimeTo { get; init; }

    /// <summary>The languages, one of which it must be in.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Somebody who directed it or plays in it, by the whole name in whatever case.</summary>
    public string? Person { get; init; }

    /// <summary>The fewest ratings.</summary>
    public int MinVotes { get; init; }

    /// <summary>It leaves no film out.</summary>
    public bool IsEmpty =>
        Genres.Count == 0 && Languages.Count == 0 && MinVotes <= 0 && Person is null
        && (YearFrom ?? YearTo ?? RuntimeFrom ?? RuntimeTo) is null;

    /// <summary>A short name of the filter: two that want the same in the same words have the same.</summary>
    public string Digest
    {
        get
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{Sorted(Genres)}|{AllGenres}|{YearFrom}|{YearTo}|{RuntimeFrom}|{RuntimeTo}|{Sorted(Languages)}|{Person?.ToUpperInvariant()}|{MinVotes}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, DigestBytes));
        }
    }

    /// <summary>Is the film wanted? One whose year, length or language is not known is not, where that matters.</summary>
    public bool Matches(CatalogueView view, int place)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (MinVotes > 0 && view.VotesOf(place) < MinVotes) return false;
        var movie = view.Movies[place];
        return IsWithin(movie.Year, YearFrom, YearTo)
            && IsWithin(movie.RuntimeMinutes, RuntimeFrom, RuntimeTo)
            && (Languages.Count == 0 || movie.Language is { } language && Has(Languages, language))
            && HasGenres(movie.Genres)
            && (Person is null || Has(movie.Directors, Person) || Has(movie.Cast, Person));
    }

    /// <summary>The places of all films that are wanted.</summary>
    public ItemSet PlacesIn(CatalogueView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var places = new List<int>();
        for (var place = 0; place < view.Movies.Length; place++)
        {
            if (Matches(view, place)) places.Add(place);
        }

        return ItemSet.Of([.. places]);
    }

    bool HasGenres(IReadOnlyList<string> genres)
    {
        if (Genres.Count == 0) return true;
        foreach (var genre in Genres)
        {
            if (Has(genres, genre) != AllGenres) return !AllGenres;
        }

        return AllGenres;
    }

    static string Sorted(IReadOnlyList<string> names) => string.Join(',', names.Select(static name => name.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal));

    static bool IsWithin(int? value, int? from, int? to) => (from ?? to) is null || (value >= (from ?? value) && value <= (to ?? value));

    static bool Has(IReadOnlyList<string> names, string name)
    {
        foreach (var one in names)
        {
            if (string.Equals(one, name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
