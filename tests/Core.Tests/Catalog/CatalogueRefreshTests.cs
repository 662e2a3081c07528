using Matinee.Core.Catalog;
using Microsoft.Extensions.Logging;

namespace Matinee.Core.Tests.Catalog;

public sealed class CatalogueRefreshTests : IAsyncDisposable
{
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    readonly FakeFilms _films = new();
    readonly RecordedLog _log = new();
    readonly Catalogue _catalogue;
    readonly CatalogueRefresh _refresh;

    public CatalogueRefreshTests()
    {
        _catalogue = new(_films, _films);
        // A thousand times as fast: a period of an hour passes in 3.6 seconds, and the pause of a second in a millisecond.
        _refresh = new(_catalogue, new() { Period = TimeSpan.FromHours(1) }, new FastClock(1000), _log);
    }

    public async ValueTask DisposeAsync()
    {
        await _refresh.StopAsync(CancellationToken.None);
        _refresh.Dispose();
        _catalogue.Dispose();
    }

    [Fact]
    public async Task Start_StoreHasFilms_LoadsThemInTheBackground()
    {
        _films.Save(new Movie { Id = 1, Title = "Heat" });

        await _refresh.StartAsync(CancellationToken.None);

        await UntilAsync(() => _films.Loads > 0);
        Assert.Equal([1], (await _catalogue.ViewAsync()).Movies.Select(movie => movie.Id));
    }

    [Fact]
    public async Task Poke_FiguresChanged_ShowsThemLongBeforeThePeriodIsOver()
    {
        _films.Save(new Movie { Id = 1, Title = "Heat" });
        await _refresh.StartAsync(CancellationToken.None);
        await UntilAsync(() => _films.Loads == 1);
        var before = await _catalogue.ViewAsync();

        _films.Rate(1, 7);
        for (var i = 0; i < 100; i++) _refresh.Poke();

        await UntilAsync(async () => (await _catalogue.ViewAsync()).VotesOf(0) == 7);
        var after = await _catalogue.ViewAsync();
        Assert.NotEqual(before.Version, after.Version);
        // What follows from the films alone is not made anew when figures change.
        Assert.Same(before.Search, after.Search);
        Assert.True(_films.Loads <= 4, $"a hundred pokes looked {_films.Loads - 1} times");
    }

    [Fact]
    public async Task Period_Passed_LooksAgainWithoutBeingAsked()
    {
        await _refresh.StartAsync(CancellationToken.None);
        await UntilAsync(() => _films.Loads == 1);

        _films.Save(new Movie { Id = 2, Title = "Late" });

        await UntilAsync(async () => (await _catalogue.ViewAsync()).Movies.Length == 1);
    }

    [Fact]
    public async Task StoreFails_CatalogueStays_AndOneOutageIsLoggedOnce()
    {
        _films.Save(new Movie { Id = 1, Title = "Heat" });
        await _refresh.StartAsync(CancellationToken.None);
        await UntilAsync(() => _films.Loads == 1);

        _films.IsDown = true;
        for (var i = 0; i < 3; i++)
        {
            var asked = _films.Asked;
            _refresh.Poke();
            await UntilAsync(() => _films.Asked > asked);
        }

        Assert.Equal([1], (await _catalogue.ViewAsync()).Movies.Select(movie => movie.Id));
        _films.Save(new Movie { Id = 2, Title = "Late" });
        _films.IsDown = false;
        _refresh.Poke();
        await UntilAsync(async () => (await _catalogue.ViewAsync()).Movies.Length == 2);
        await UntilAsync(() => _log.Entries.Length == 2);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Entries);
    }

    [Fact]
    public async Task Refresh_NothingChanged_KeepsTheView()
    {
        _films.Save(new Movie { Id = 1, Title = "Heat" });
        var view = await _catalogue.ViewAsync();

        Assert.Same(view, await _catalogue.RefreshAsync());
    }

    [Fact]
    public async Task Refresh_FilmChanged_FindsItByItsNewTitleOnly()
    {
        _films.Save(new Movie { Id = 1, Title = "Heat" });
        await _catalogue.ViewAsync();

        _films.Save(new Movie { Id = 1, Title = "Casino" });
        var view = await _catalogue.RefreshAsync();

        Assert.Single(Core.Search.FilmSearch.Find(view, "casino", new()).Items);
        Assert.Empty(Core.Search.FilmSearch.Find(view, "heat", new()).Items);
    }

    [Fact]
    public void Options_PeriodOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CatalogueRefreshOptions { Period = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CatalogueRefreshOptions { Period = TimeSpan.FromDays(2) });
    }

    static Task UntilAsync(Func<bool> condition) => UntilAsync(() => Task.FromResult(condition()));

    static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!await condition()) await Task.Delay(5, patience.Token);
    }

    sealed class FastClock(int speed) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / speed : dueTime, period > TimeSpan.Zero ? period / speed : period);
    }

    sealed class RecordedLog : ILogger<CatalogueRefresh>
    {
        readonly Lock _turn = new();
        readonly List<LogLevel> _entries = [];

        public LogLevel[] Entries
        {
            get
            {
                lock (_turn) return [.. _entries];
            }
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_turn) _entries.Add(logLevel);
        }
    }
}
