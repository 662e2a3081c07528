using Matinee.Core.Ratings;

namespace Matinee.Tests.Support;

/// <summary>Reading figures whole.</summary>
static class HotMoviesReading
{
    /// <summary>All rated films of a window, in no order.</summary>
    public static async Task<IReadOnlyList<HotMovie>> AllAsync(this IHotMovies hot, HotWindow window, CancellationToken cancellation = default)
    {
        var found = new Dictionary<int, HotMovie>();
        for (string? since = null; ;)
        {
            var page = await hot.ChangesAsync(since, cancellation);
            foreach (var figures in page.Items.Where(figures => figures.Window == window)) found[figures.MovieId] = figures;
            if (page.IsLast) return [.. found.Values.Where(static figures => figures.Score > 0)];
            since = page.Continuation;
        }
    }
}
