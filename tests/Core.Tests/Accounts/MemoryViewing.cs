using System.Globalization;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Core.Tests.Accounts;

sealed class MemoryRatings(Steps steps) : IRatings
{
    int _etags;

    public Dictionary<(string User, int Movie), Stored<ViewerRating>> All { get; } = [];

    public Task<Stored<ViewerRating>?> FindAsync(string userId, int movieId, CancellationToken cancellation) =>
        Task.FromResult(All.GetValueOrDefault((userId, movieId)));

    public async Task<string> SaveAsync(ViewerRating rating, string? etag, CancellationToken cancellation)
    {
        await steps.WriteAsync("ratings");
        if (All.GetValueOrDefault((rating.UserId, rating.MovieId))?.ETag != etag) throw new ConflictException("The rating");
        return (All[(rating.UserId, rating.MovieId)] = new(rating, (++_etags).ToString(CultureInfo.InvariantCulture))).ETag;
    }

    public Task<Page<ViewerRating>> ListAsync(string userId, RatingOrder order, PageRequest page, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Page<ViewerRating>> ReviewsAsync(string userId, PageRequest page, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<RatedMovie>> AllAsync(string userId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<RatedMovie>>([.. All.Values.Select(one => one.Value).Where(one => one.UserId == userId && !one.IsRemoved)
            .Select(one => new RatedMovie(one.MovieId, one.Stars!.Value, one.RatedAt, one.Version))]);
}

sealed class MemoryShelf(Steps steps) : IShelf, IViewerMarks
{
    public HashSet<ShelfEntry> All { get; } = [];

    public Dictionary<string, int> Marks { get; } = [];

    public async Task SaveAsync(ShelfEntry entry, CancellationToken cancellation)
    {
        await steps.WriteAsync("shelf");
        All.Add(entry);
    }

    public async Task<bool> RemoveAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation)
    {
        await steps.WriteAsync("shelf");
        // Several are taken off at once.
        lock (All) return All.RemoveWhere(entry => entry.UserId == userId && entry.Kind == kind && entry.MovieId == movieId) > 0;
    }

    public Task<ShelfEntry?> FindAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation) =>
        Task.FromResult(All.FirstOrDefault(entry => entry.UserId == userId && entry.Kind == kind && entry.MovieId == movieId));

    public Task<Page<ShelfEntry>> ListAsync(string userId, ShelfKind kind, PageRequest page, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ShelfEntry>> AllAsync(string userId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ShelfEntry>>([.. All.Where(entry => entry.UserId == userId)]);

    public Task<string?> FindAsync(string userId, CancellationToken cancellation) =>
        Task.FromResult(Marks.TryGetValue(userId, out var mark) ? mark.ToString(CultureInfo.InvariantCulture) : null);

    public async Task<string> TouchAsync(string userId, CancellationToken cancellation)
    {
        await steps.WriteAsync("mark");
        return (Marks[userId] = Marks.GetValueOrDefault(userId) + 1).ToString(CultureInfo.InvariantCulture);
    }

    public async Task RemoveAsync(string userId, CancellationToken cancellation)
    {
        await steps.WriteAsync("mark");
        Marks.Remove(userId);
    }
}

/// <summary>The movie's side, as far as counting needs it.</summary>
sealed class MemoryReviews(Steps steps) : IReviews, IHotMovies, IPoison
{
    public Dictionary<(int Movie, string User), ViewerRating> All { get; } = [];

    readonly Dictionary<int, MovieStats> _stats = [];

    public Task<MovieLedger> OpenAsync(int movieId, IReadOnlyCollection<string> userIds, CancellationToken cancellation)
    {
        var stats = _stats.GetValueOrDefault(movieId);
        var applied = userIds.Where(user => All.ContainsKey((movieId, user))).ToDictionary(user => user, user => new Stored<ViewerRating>(All[(movieId, user)], "1"));
        return Task.FromResult(new MovieLedger(movieId, stats ?? MovieStats.Empty, stats is null ? null : "1", applied));
    }

    public async Task CommitAsync(LedgerUpdate update, CancellationToken cancellation)
    {
        await steps.WriteAsync("reviews");
        _stats[update.MovieId] = update.Stats;
        foreach (var applied in update.Applied) All[(update.MovieId, applied.Rating.UserId)] = applied.Rating;
    }

    public Task<MovieStats> StatsAsync(int movieId, CancellationToken cancellation) => Task.FromResult(_stats.GetValueOrDefault(movieId) ?? MovieStats.Empty);

    public Task SaveAsync(HotMovie movie, CancellationToken cancellation) => steps.WriteAsync("movie_hot");

    public Task SaveAsync(PoisonDocument document, CancellationToken cancellation) => throw new InvalidOperationException(document.Reason);

    public Task<int> RemoveOfAsync(string userId, CancellationToken cancellation) => Task.FromResult(0);

    public Task<Page<ViewerRating>> ListAsync(int movieId, PageRequest page, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Page<HotMovie>> ListAsync(HotWindow window, PageRequest page, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Changes<HotMovie>> ChangesAsync(string? since, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<PoisonDocument>> LatestAsync(int count, CancellationToken cancellation) => throw new NotSupportedException();
}
