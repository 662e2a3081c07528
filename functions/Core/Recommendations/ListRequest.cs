using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Engine.Ranking;

namespace Matinee.Core.Recommendations;

/// <summary>What a list of recommendations should be like.</summary>
public sealed record ListRequest
{
    /// <summary>How many films a page has unless asked otherwise.</summary>
    public const int DefaultLimit = 20;

    /// <summary>The most films of a page.</summary>
    public const int MaxLimit = 100;

    /// <summary>The most films of a list, all its pages together: who wants more wants other films, not more of these.</summary>
    public const int MaxFilms = 500;

    /// <summary>The most films that can be left out.</summary>
    public const int MaxExcluded = 1000;

    /// <summary>The most ratings that can be left unheard.</summary>
    public const int MaxUnheard = 200;

    /// <summary>How many films at most.</summary>
    public int Limit { get; init => field = Within(value, 1, MaxLimit, "limit"); } = DefaultLimit;

    /// <summary>Which films may come.</summary>
    public MovieFilter Filter { get; init; } = MovieFilter.None;

    /// <summary>What a difference between films is worth, 0 to 1.</summary>
    public double Variety { get; init => field = Within(value, Diversity.MinVariety, Diversity.MaxVariety, "variety"); } = ListOptions.DefaultVariety;

    /// <summary>Above 0 for films that many have rated, below 0 for films that few have; -1 to 1.</summary>
    public double Popularity { get; init => field = Within(value, Dials.Min, Dials.Max, "popularity"); }

    /// <summary>Above 0 for new films, below 0 for old ones; -1 to 1.</summary>
    public double Recency { get; init => field = Within(value, Dials.Min, Dials.Max, "recency"); }

    /// <summary>The luck of the list; null: a new one each day.</summary>
    public int? Seed { get; init => field = value is { } seed ? Within(seed, 0, int.MaxValue, "seed") : null; }

    /// <summary>Films that must not come.</summary>
    public IReadOnlyList<int> Exclude { get; init => field = AtMost(value, MaxExcluded, "exclude"); } = [];

    /// <summary>Own ratings, by their films, that must not count.</summary>
    public IReadOnlyList<int> NotBecauseOf { get; init => field = CheckUnheard(value); } = [];

    /// <summary>Where the page before ended; null begins.</summary>
    public string? Cursor { get; init; }

    /// <summary>The dials, variety and luck as the usual list has them.</summary>
    internal bool IsUsual => this is { Variety: ListOptions.DefaultVariety, Popularity: 0, Recency: 0 };

    internal static IReadOnlyList<int> CheckUnheard(IReadOnlyList<int> movieIds) => AtMost(movieIds, MaxUnheard, "notBecauseOf");

    internal ListOptions OptionsOf(int seed) => new()
    {
        Seed = (ulong)seed,
        Variety = Variety,
        Dials = new() { Popularity = Popularity, Recency = Recency },
    };

    static T Within<T>(T value, T min, T max, string field) where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? value
            : throw ProblemException.InvalidValue(field, FormattableString.Invariant($"{value} is not from {min} to {max}"));

    static IReadOnlyList<int> AtMost(IReadOnlyList<int> values, int most, string field) =>
        values.Count <= most ? values : throw ProblemException.InvalidValue(field, $"{values.Count} ids are too many; {most} are allowed");
}
