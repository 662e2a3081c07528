using Matinee.Core.Catalog;
using Matinee.Core.Ratings;

namespace Matinee.Core.Tests.Catalog;

/// <summary>Five films whose every fact and figure a test can count by hand.</summary>
static class SmallCatalogue
{
    /// <summary>The day of the older ratings; others are of 100 days later.</summary>
    const int OldDay = 11_000;

    public static IReadOnlyList<Movie> Movies { get; } =
    [
        new() { Id = 1, Title = "The Zoo", Year = 1985, RuntimeMinutes = 90, Language = "de", Genres = ["Comedy"], Directors = ["Bo Holm"] },
        new() { Id = 2, Title = "An Ant", Year = 1990, RuntimeMinutes = 80, Language = "en", Genres = ["Horror", "Drama"], Directors = ["Ada Lang"] },
        new() { Id = 3, Title = "Écho", Year = 1999, RuntimeMinutes = 120, Language = "fr", Genres = ["Drama"], Cast = ["Bo Holm", "Ada Lang"] },
        new() { Id = 4, Title = "bees", Year = 2000, RuntimeMinutes = 121, Language = "fr", Genres = ["Comedy", "Horror"] },
        new() { Id = 5, Title = "Delta" },
    ];

    /// <summary>With a few ratings.</summary>
    public static CatalogueView View { get; } = ViewOf((1, [10]), (2, [8, 8, 8, 8, 8, 8]), (4, [2, 4, 6]));

    /// <summary>The films with ratings in halves of stars, the first old, the others recent.</summary>
    public static CatalogueView ViewOf(params (int Id, int[] Halves)[] ratings) =>
        new([.. Movies], ratings.SelectMany(film => HotMovie.Of(film.Id, StatsOf(film.Halves))), "small");

    static MovieStats StatsOf(int[] halves)
    {
        var stats = MovieStats.Empty;
        foreach (var (i, half) in halves.Index()) stats = stats.Add(new(half, OldDay + (i == 0 ? 0 : 100), false));
        return stats;
    }
}
