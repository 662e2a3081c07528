using Matinee.Azure.Cosmos;
using Matinee.Core.Ratings;

namespace Matinee.Faults.Tests.Support;

/// <summary>Counts all over again, from the ratings of all viewers, and compares with what the feed has written.</summary>
static class Recount
{
    /// <summary>What does not agree yet; null where everything does.</summary>
    public static async Task<string?> DifferenceAsync(CosmosStores stores, IEnumerable<string> users)
    {
        var ratings = new List<RatedMovie>();
        foreach (var user in users) ratings.AddRange(await stores.Ratings.AllAsync(user));
        var byFilm = ratings.ToLookup(static rating => rating.MovieId, static rating => (int)(rating.Stars * 2));
        var hot = new Dictionary<(HotWindow, int), HotMovie>();
        foreach (var window in Enum.GetValues<HotWindow>())
        {
            foreach (var film in await stores.HotMovies.AllAsync(window)) hot.Add((window, film.MovieId), film);
        }

        for (var film = 1; film <= DataFolder.Films; film++)
        {
            var (count, sum) = (byFilm[film].Count(), byFilm[film].Sum());
            var stats = await stores.Reviews.StatsAsync(film);
            var levels = Enumerable.Range(1, MovieStats.Levels).Select(level => byFilm[film].Count(halves => halves == level));
            if (!levels.SequenceEqual(stats.Counts)) return $"film {film}: {count} ratings, the counts say {string.Join(' ', stats.Counts)}";
            foreach (var window in Enum.GetValues<HotWindow>())
            {
                var found = hot.GetValueOrDefault((window, film));
                if ((found?.Count ?? 0, found?.HalvesSum ?? 0) != (count, sum)) return $"film {film}, {window}: {count} ratings, the hot list says {found?.Count}";
            }
        }

        return null;
    }

    public static async Task AgreesAsync(CosmosStores stores, IEnumerable<string> users) => Assert.Null(await DifferenceAsync(stores, users));
}
