namespace Matinee.Core.Ratings;

/// <summary>Reading figures whole.</summary>
public static class HotMoviesReading
{
    /// <summary>All rated films of a window, in no order.</summary>
    public static async Task<IReadOnlyList<HotMovie>> AllAsync(this IHotMovies hot, HotWindow window, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(hot);
        var found = new Dictionary<int, HotMovie>();
        for (string? since = null; ;)
        {
            var page = await hot.ChangesAsync(since, cancellation).ConfigureAwait(false);
            foreach (var figures in page.Items.Where(figures => figures.Window == window)) found[figures.MovieId] = figures;
            if (page.IsLast) return [.. found.Values.Where(static figures => figures.Score > 0)];
            since = page.Continuation;
        }
    }
}
