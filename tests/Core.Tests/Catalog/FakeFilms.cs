using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Matinee.Core.Training;

namespace Matinee.Core.Tests.Catalog;

/// <summary>Films and figures in memory, with a change feed, that can be out of order.</summary>
sealed class FakeFilms : IMovies, IHotMovies
{
    readonly Lock _turn = new();
    readonly List<Movie> _changes = [];
    readonly Dictionary<int, MovieStats> _stats = [];
    int _asked;
    int _loads;
    int _wholeReads;

    /// <summary>The store can't be reached.</summary>
    public volatile bool IsDown;

    /// <summary>The container was made anew: no continuation of before is any good.</summary>
    public volatile string Generation = "";

    /// <summary>How often somebody has read films from the very beginning.</summary>
    public int WholeReads => Volatile.Read(ref _wholeReads);

    /// <summary>How often somebody has begun to look for changes.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>How often somebody has read all there is to the end.</summary>
    public int Loads => Volatile.Read(ref _loads);

    public void Save(Movie movie)
    {
        lock (_turn) _changes.Add(movie);
    }

    /// <summary>Takes a film out, of which no feed tells.</summary>
    public void Remove(int movieId)
    {
        lock (_turn) _changes.RemoveAll(movie => movie.Id == movieId);
    }

    public void Rate(int movieId, int votes)
    {
        var stats = MovieStats.Empty with { Revision = votes };
        for (var vote = 0; vote < votes; vote++) stats = stats.Add(new(8, 11_000, false));
        lock (_turn) _stats[movieId] = stats;
    }

    public Task<Changes<Movie>> ChangesAsync(string? since, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _asked);
        Fail();
        if (since is null) Interlocked.Increment(ref _wholeReads);
        else if (!since.StartsWith(Generation, StringComparison.Ordinal)) throw new ContinuationRefusedException("the container was made anew.");
        var from = since is null ? 0 : int.Parse(since.AsSpan(Generation.Length), CultureInfo.InvariantCulture);
        lock (_turn)
        {
            // A page of one film, as a feed may have.
            Movie[] page = from < _changes.Count ? [_changes[from]] : [];
            return Task.FromResult(new Changes<Movie>(page, Generation + (from + page.Length).ToString(CultureInfo.InvariantCulture), page.Length == 0));
        }
    }

    Task<Changes<HotMovie>> IHotMovies.ChangesAsync(string? since, CancellationToken cancellation)
    {
        Fail();
        lock (_turn)
        {
            // Everything in one page each time: whoever reads must see for themselves what is new.
            if (since?.EndsWith("end", StringComparison.Ordinal) == true)
            {
                Interlocked.Increment(ref _loads);
                return Task.FromResult(new Changes<HotMovie>([], "again", true));
            }

            return Task.FromResult(new Changes<HotMovie>([.. _stats.SelectMany(static film => HotMovie.Of(film.Key, film.Value))], "end", false));
        }
    }

    public Task<Stored<Movie>?> FindAsync(int movieId, CancellationToken cancellation) => throw Unasked();

    public Task<IReadOnlyList<Movie>> FindAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellation) => throw Unasked();

    public Task SaveAsync(IReadOnlyCollection<Movie> movies, CancellationToken cancellation) => throw Unasked();

    public Task SaveAsync(HotMovie movie, CancellationToken cancellation) => throw Unasked();

    public Task<Page<HotMovie>> ListAsync(HotWindow window, PageRequest page, CancellationToken cancellation) => throw Unasked();

    static InvalidOperationException Unasked() => new("The catalogue has no need to ask this.");

    void Fail()
    {
        if (IsDown) throw new StoreUnavailableException("The store is down.", TimeSpan.FromSeconds(1));
    }
}
