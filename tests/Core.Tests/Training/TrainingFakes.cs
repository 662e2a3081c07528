using System.Runtime.CompilerServices;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Matinee.Core.Training;

namespace Matinee.Core.Tests.Training;

/// <summary>Ratings in memory, with a feed of what has changed.</summary>
sealed class RatingsInMemory(TimeProvider clock) : IRatingChanges
{
    readonly List<RatingUpdate> _changes = [];

    public void Rate(string user, int movie, double? stars, DateTimeOffset? at = null) =>
        _changes.Add(new(user, movie, stars, at ?? clock.GetUtcNow(), _changes.Count + 1));

    public async IAsyncEnumerable<RatingPage> PullAsync(string? continuation, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.Yield();
        var from = continuation is null ? 0 : int.Parse(continuation);
        if (from < _changes.Count) yield return new([.. _changes.Skip(from)], _changes.Count.ToString());
    }
}

/// <summary>Accounts in memory, in pages of two.</summary>
sealed class ConsentsInMemory : IConsents
{
    const int PageSize = 2;

    readonly Dictionary<string, AccountConsents> _accounts = [];

    public void Set(string user, bool ratings, bool profile = false, Profiles.Profile? told = null) =>
        _accounts[user] = new(
            user,
            [new(ConsentPurpose.RatingsForOthers, ratings, default, "1"), new(ConsentPurpose.ProfileForPortraits, profile, default, "1")],
            told ?? new());

    public Task<Changes<AccountConsents>> ChangesAsync(string? since, CancellationToken cancellation = default)
    {
        var from = since is null ? 0 : int.Parse(since);
        var page = _accounts.Values.Skip(from).Take(PageSize).ToList();
        return Task.FromResult(new Changes<AccountConsents>(page, (from + page.Count).ToString(), page.Count == 0));
    }
}

/// <summary>A catalogue that never changes.</summary>
sealed class MoviesInMemory(IReadOnlyList<Movie> movies) : IMovies
{
    public Task<Stored<Movie>?> FindAsync(int movieId, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<IReadOnlyList<Movie>> FindAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task SaveAsync(IReadOnlyCollection<Movie> changed, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Changes<Movie>> ChangesAsync(string? since, CancellationToken cancellation = default) =>
        Task.FromResult(new Changes<Movie>(since is null ? movies : [], "end", since is not null));
}

/// <summary>Nothing is popular.</summary>
sealed class NothingHot : IHotMovies
{
    public Task SaveAsync(HotMovie movie, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Page<HotMovie>> ListAsync(HotWindow window, PageRequest page, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<Changes<HotMovie>> ChangesAsync(string? since, CancellationToken cancellation = default) => Task.FromResult(new Changes<HotMovie>([], "end", true));
}
