using Matinee.Core.Accounts;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Matinee.Core.Stores;
using Matinee.Core.Tests.Simulated;

namespace Matinee.Core.Tests.Recommendations;

public sealed class TastesTests
{
    readonly Clock _clock = new();
    readonly Store _store = new();

    [Fact]
    public async Task OfAsync_SameMark_ReadsOnce()
    {
        var sut = CreateSut();
        var first = await sut.OfAsync("ann");
        Assert.Same(first, await sut.OfAsync("ann"));
        Assert.Equal(1, _store.Reads);
        Assert.Equal([1, 2], first.PutAside.Order());
    }

    [Fact]
    public async Task OfAsync_AnotherMark_ReadsAgain()
    {
        var sut = CreateSut();
        await sut.OfAsync("ann");
        _store.Rated = [new(5, 4, default, 1)];
        _store.Mark = "b";
        Assert.Equal([5], (await sut.OfAsync("ann")).Ratings.Select(rating => rating.MovieId));
    }

    [Fact]
    public async Task OfAsync_LongAgo_ReadsAgainUnderTheSameMark()
    {
        var sut = CreateSut();
        await sut.OfAsync("ann");
        _clock.Now += Tastes.Longest;
        await sut.OfAsync("ann");
        Assert.Equal(2, _store.Reads);
    }

    [Fact]
    public void BoundedCache_Full_ForgetsWhatWasNotUsedForLongest()
    {
        var cache = new BoundedCache<int, string>(2);
        cache.Set(1, "one");
        cache.Set(2, "two");
        Assert.True(cache.TryGet(1, out _));
        cache.Set(3, "three");
        Assert.False(cache.TryGet(2, out _));
        Assert.True(cache.TryGet(1, out var one) && one == "one");
        cache.Set(1, "uno");
        Assert.True(cache.TryGet(1, out var uno) && uno == "uno");
        cache.Remove(1);
        Assert.False(cache.TryGet(1, out _));
        Assert.Equal(1, cache.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    public void ListCursor_WrittenAndRead_IsTheSame(int films)
    {
        var random = new Random(films);
        var ids = Enumerable.Range(0, films).Select(_ => random.Next()).Append(0).Append(int.MaxValue).Distinct().Order().Take(films).ToList();
        var cursor = new ListCursor(ulong.MaxValue - 5, 42, 77, ids);
        var text = cursor.ToString();
        Assert.True(text.Length <= ListCursor.MaxLength);
        var read = ListCursor.Parse(text, 77)!;
        Assert.Equal(ids, read.Shown);
        Assert.Equal((cursor.ListId, cursor.Seed), (read.ListId, read.Seed));
        Assert.Throws<InvalidCursorException>(() => ListCursor.Parse(text, 78));
    }

    Tastes CreateSut() => new(_store, _store, _store, _store, _clock);

    /// <summary>One viewer's stores.</summary>
    sealed class Store : IRatings, IShelf, IUsers, IViewerMarks
    {
        public int Reads { get; private set; }

        public string Mark { get; set; } = "a";

        public IReadOnlyList<RatedMovie> Rated { get; set; } = [];

        public Task<IReadOnlyList<RatedMovie>> AllAsync(string userId, CancellationToken cancellation = default)
        {
            Reads++;
            return Task.FromResult(Rated);
        }

        Task<IReadOnlyList<ShelfEntry>> IShelf.AllAsync(string userId, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ShelfEntry>>(
        [
            new(userId, ShelfKind.Seen, 1, default), new(userId, ShelfKind.NotInterested, 2, default), new(userId, ShelfKind.Seen, 2, default),
            new(userId, ShelfKind.Watchlist, 3, default),
        ]);

        Task<string?> IViewerMarks.FindAsync(string userId, CancellationToken cancellation) => Task.FromResult<string?>(Mark);

        Task<Stored<User>?> IUsers.FindAsync(string userId, CancellationToken cancellation) => Task.FromResult<Stored<User>?>(null);

        Task<Stored<ViewerRating>?> IRatings.FindAsync(string userId, int movieId, CancellationToken cancellation) => throw new NotSupportedException();

        Task<string> IRatings.SaveAsync(ViewerRating rating, string? etag, CancellationToken cancellation) => throw new NotSupportedException();

        Task<Page<ViewerRating>> IRatings.ListAsync(string userId, RatingOrder order, PageRequest page, CancellationToken cancellation) =>
            throw new NotSupportedException();

        Task<Page<ViewerRating>> IRatings.ReviewsAsync(string userId, PageRequest page, CancellationToken cancellation) => throw new NotSupportedException();

        Task<ShelfEntry?> IShelf.FindAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation) => throw new NotSupportedException();

        Task IShelf.SaveAsync(ShelfEntry entry, CancellationToken cancellation) => throw new NotSupportedException();

        Task<bool> IShelf.RemoveAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation) => throw new NotSupportedException();

        Task<Page<ShelfEntry>> IShelf.ListAsync(string userId, ShelfKind kind, PageRequest page, CancellationToken cancellation) =>
            throw new NotSupportedException();

        Task<string> IUsers.SaveAsync(User user, string? etag, CancellationToken cancellation) => throw new NotSupportedException();

        Task<bool> IUsers.RemoveAsync(string userId, string? etag, CancellationToken cancellation) => throw new NotSupportedException();

        Task<string> IViewerMarks.TouchAsync(string userId, CancellationToken cancellation) => throw new NotSupportedException();

        Task IViewerMarks.RemoveAsync(string userId, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
