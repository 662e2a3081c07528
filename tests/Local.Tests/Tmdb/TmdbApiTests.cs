using System.Diagnostics;
using Matinee.Core.Catalog;
using Matinee.Core.Import;
using Matinee.Core.Stores;
using Matinee.Local.Commands;
using Matinee.Local.Hosting;
using Matinee.Local.Import;
using Matinee.Local.Import.Tmdb.Api;
using Matinee.Local.Tests.Commands;
using Matinee.Local.Tests.Import;

namespace Matinee.Local.Tests.Tmdb;

public sealed class TmdbApiTests : IAsyncLifetime
{
    const string Toys = "movie/862";

    readonly TemporaryFolder _folder = new(inMemory: true);
    FakeTmdb _tmdb = null!;

    public async ValueTask InitializeAsync() => _tmdb = await FakeTmdb.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _tmdb.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Command_ImportedSet_FillsGapsOnceAndThenFromWhatIsKept()
    {
        var data = Path.Combine(_folder.Path, "data");
        await CommandLine.DoneAsync("import", "movielens", SampleSets.Csv(_folder), "--data", data);
        string[] command = ["import", "tmdb", "--key", FakeTmdb.Key, "--address", _tmdb.Address.ToString(), "--data", data];
        var said = await CommandLine.DoneAsync(command);
        Assert.Contains("Of 3 of 4 films with gaps more is known now; 1 TMDB does not know, 0 failed. 6 questions were asked, 0 answers", said.Output, StringComparison.Ordinal);
        Assert.EndsWith(ImportTmdbCommand.Attribution + Environment.NewLine, said.Output, StringComparison.Ordinal);
        Assert.Equal(6, _tmdb.Asked.Count);

        // The poster that is no path, and all that TMDB does not know, are gaps still: the kept answers tell so without a question.
        var again = await CommandLine.DoneAsync(command);
        Assert.Contains("Of 0 of", again.Output, StringComparison.Ordinal);
        Assert.Equal(6, _tmdb.Asked.Count);

        var refused = await CommandLine.RunAsync([.. command, "--overwrite", "--per-second", "40"]);
        Assert.Equal((ExitCode.Wrong, "PerSecond must be from 1 to 39."), (refused.Code, refused.Errors.Trim()));
        Assert.DoesNotContain(Directory.GetFiles(data, "*", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains(FakeTmdb.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_FilmsWithGaps_FillsThoseAndLeavesTheRest()
    {
        var movies = new KnownMovies(
            new() { Id = 1, Title = "Toy Story", Year = 1994, TmdbId = 862, Keywords = ["pixar"], Overview = "Mine.", Genres = ["Comedy"] },
            new() { Id = 2, Title = "Amélie", TmdbId = 194 },
            new() { Id = 3, Title = "The American President", ImdbId = "tt0112346" },
            new() { Id = 4, Title = "Nobody's", ImdbId = "../secrets" },
            new() { Id = 5, Title = "Without ids" });
        var outcome = await RunAsync(movies, Options());
        Assert.Equal(new(4, 3, 1, 0, 4, 0), outcome);

        var toys = movies[1];
        Assert.Equal(("Mine.", 1994, "pixar", "Comedy"), (toys.Overview, toys.Year, Assert.Single(toys.Keywords), Assert.Single(toys.Genres)));
        Assert.Equal(("https://image.tmdb.org/t/p/w500/toys862.jpg", 81, "en", "tt0114709"), (toys.PosterUrl, toys.RuntimeMinutes, toys.Language, toys.ImdbId));
        Assert.Equal(["First Voice", "Second Voice", "Third Voice", "Fourth Voice", "Fifth Voice", "Sixth Voice"], toys.Cast);
        Assert.Equal("Some Director", Assert.Single(toys.Directors));
        Assert.Equal((null, null, null, "Une Directrice"), (movies[2].PosterUrl, movies[2].Overview, movies[2].RuntimeMinutes, Assert.Single(movies[2].Directors)));
        Assert.Equal((9087, "A president falls in love.", 1995), (movies[3].TmdbId, movies[3].Overview, movies[3].Year));
        Assert.Equal(["Comedy", "Drama"], movies[3].Genres);
    }

    [Fact]
    public async Task Run_Overwrite_TakesTmdbsWordWhereItHasOne()
    {
        var movies = new KnownMovies(
            new Movie { Id = 1, Title = "Toy Story", Year = 1994, TmdbId = 862, Keywords = ["pixar"], Overview = "Mine.", Genres = ["Comedy"] },
            new Movie { Id = 2, Title = "Amélie", TmdbId = 194, Overview = "Mine.", Cast = ["Une Actrice"] });
        await RunAsync(movies, Options() with { Overwrite = true });
        Assert.Equal(("Toys that live when nobody looks.", 1994, "Comedy"), (movies[1].Overview, movies[1].Year, Assert.Single(movies[1].Genres)));
        Assert.Equal(["toy", "rivalry"], movies[1].Keywords);
        Assert.Equal(("Mine.", "Une Actrice"), (movies[2].Overview, Assert.Single(movies[2].Cast)));
    }

    [Theory]
    [InlineData(1.0, Fault.TooMany)]
    [InlineData(0.0, Fault.Error, Fault.Error)]
    [InlineData(0.2, Fault.Silence)]
    [InlineData(0.0, Fault.Garbage, Fault.Cut)]
    internal async Task Run_ServerMisbehaves_AsksAgainAndGetsIt(double seconds, params Fault[] faults)
    {
        _tmdb.Break(Toys, faults);
        var movies = new KnownMovies(new Movie { Id = 1, Title = "Toy Story", TmdbId = 862 });
        var clock = Stopwatch.StartNew();
        var outcome = await RunAsync(movies, Options() with { Patience = TimeSpan.FromSeconds(faults[0] == Fault.Silence ? 0.2 : 10) });
        Assert.Equal((1, 0, faults.Length + 1), (outcome.Filled, outcome.Failed, outcome.Requests));
        Assert.True(clock.Elapsed.TotalSeconds >= seconds, $"it asked again after {clock.Elapsed}");
        Assert.Equal(faults.Length + 1, _tmdb.Asked.Count);
    }

    [Fact]
    public async Task Run_OneFilmKeepsFailing_TellsItAndDoesTheOthers()
    {
        _tmdb.Break(Toys, Enumerable.Repeat(Fault.Garbage, 100));
        var movies = new KnownMovies(new Movie { Id = 1, Title = "Toy Story", TmdbId = 862 }, new Movie { Id = 2, Title = "Amélie", TmdbId = 194 });
        var problems = new Problems();
        var outcome = await RunAsync(movies, Options(), problems);
        Assert.Equal(new(2, 1, 0, 1, 4, 0), outcome);
        Assert.Equal("TMDB film 1, Toy Story: movie/862: its answer is not what it should be, 3 times in a row.", Assert.Single(problems.First));

        // What was garbage is not kept: the next run asks for it, and for nothing else.
        _tmdb.Break(Toys);
        _tmdb.Asked.Clear();
        Assert.Equal(1, (await RunAsync(movies, Options())).Filled);
        Assert.Equal([Toys], _tmdb.Asked);
    }

    [Fact]
    public async Task Run_EverythingFails_StopsSoon()
    {
        var films = Enumerable.Range(1, 60).Select(id => new Movie { Id = id, Title = $"Film {id}", TmdbId = 5000 + id }).ToArray();
        foreach (var film in films) _tmdb.Break($"movie/{film.TmdbId}", Enumerable.Repeat(Fault.Error, 10));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(new KnownMovies(films), Options()));
        Assert.Contains("film after film", error.Message, StringComparison.Ordinal);
        Assert.True(_tmdb.Asked.Count < 70, $"{_tmdb.Asked.Count} questions");
    }

    [Fact]
    public async Task Run_WrongKey_EndsAtOnceAndSaysNoKey()
    {
        var error = await Assert.ThrowsAsync<LocalException>(() => RunAsync(new KnownMovies(new Movie { Id = 1, Title = "Toy Story", TmdbId = 862 }), Options() with { Key = "wrongkey" }));
        Assert.Contains("TMDB refuses the key", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrongkey", error.ToString(), StringComparison.Ordinal);
        Assert.Single(_tmdb.Asked);
        var silly = Assert.Throws<ArgumentException>(() => Options() with { Key = "my key&x=1" });
        Assert.DoesNotContain("my key", silly.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Token_GoesIntoAHeader()
    {
        Assert.Equal(1, (await RunAsync(new KnownMovies(new Movie { Id = 1, Title = "Toy Story", TmdbId = 862 }), Options() with { Key = FakeTmdb.Token })).Filled);
    }

    [Fact]
    public async Task Run_CutOff_SavesWhatItHasAndGoesOnThere()
    {
        var movies = new KnownMovies(
            new Movie { Id = 1, Title = "Toy Story", TmdbId = 862 }, new Movie { Id = 2, Title = "The American President", TmdbId = 9087 }, new Movie { Id = 3, Title = "Amélie", TmdbId = 194 });
        using var cut = new CancellationTokenSource();
        var progress = new Watch(value =>
        {
            if (value.Done == 2) cut.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(movies, Options() with { AtOnce = 1 }, progress: progress, cancellation: cut.Token));
        Assert.Equal((81, 114), (movies[1].RuntimeMinutes, movies[2].RuntimeMinutes));
        Assert.Empty(movies[3].Directors);
        _tmdb.Asked.Clear();
        Assert.Equal(1, (await RunAsync(movies, Options())).Filled);
        Assert.Equal(["movie/194"], _tmdb.Asked);
    }

    [Fact]
    public async Task Run_KeptAnswerTooOldOrSpoilt_IsAskedForAgain()
    {
        Movie film = new() { Id = 1, Title = "Toy Story", TmdbId = 862 };
        await RunAsync(new KnownMovies(film), Options());
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "tmdb")));
        Assert.Equal(1, (await RunAsync(new KnownMovies(film), Options())).Kept);
        File.WriteAllText(kept, "{ \"id\": ");
        Assert.Equal((1, 1), Count(await RunAsync(new KnownMovies(film), Options())));
        File.SetLastWriteTimeUtc(kept, TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromDays(31));
        Assert.Equal((1, 1), Count(await RunAsync(new KnownMovies(film), Options())));
        Assert.Equal(3, _tmdb.Asked.Count);

        static (int Filled, int Requests) Count(TmdbOutcome outcome) => (outcome.Filled, outcome.Requests);
    }

    [Fact]
    public async Task Pace_ManyAtOnce_AreNoMoreThanAllowedASecond()
    {
        var pace = new TmdbPace(20, TimeProvider.System);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => pace.WaitAsync(TestContext.Current.CancellationToken)));
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(8 / 20.0 - 0.02), $"9 turns within {clock.Elapsed}");
    }

    TmdbOptions Options() => new() { Key = FakeTmdb.Key, Address = _tmdb.Address, PerSecond = TmdbOptions.MaxPerSecond, Tries = 3, FirstPause = TimeSpan.FromMilliseconds(5), AtOnce = 2 };

    Task<TmdbOutcome> RunAsync(
        KnownMovies movies, TmdbOptions options, Problems? problems = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default) =>
        new TmdbEnrichment(movies, options, new(Path.Combine(_folder.Path, "tmdb"), TimeSpan.FromDays(options.CacheDays), TimeProvider.System), problems ?? new(), TimeProvider.System)
            .RunAsync(movies.All, progress, cancellation);

    sealed class Watch(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told(value);
    }

    sealed class KnownMovies(params IEnumerable<Movie> films) : IMovies
    {
        readonly Dictionary<int, Movie> _films = films.ToDictionary(film => film.Id);

        public IEnumerable<Movie> All => _films.Values.OrderBy(film => film.Id);

        public Movie this[int id] => _films[id];

        public Task SaveAsync(IReadOnlyCollection<Movie> movies, CancellationToken cancellation)
        {
            foreach (var movie in movies) _films[movie.Id] = movie;
            return Task.CompletedTask;
        }

        public Task<Stored<Movie>?> FindAsync(int movieId, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<Movie>> FindAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Changes<Movie>> ChangesAsync(string? since, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
