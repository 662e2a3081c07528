using System.Text.Json;
using Matinee.Core.Blobs;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Tests.Simulated;
using Matinee.Engine.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Core.Tests.Catalog;

public sealed class CatalogueSnapshotTests : IDisposable
{
    readonly Folder _folder = new();
    readonly Clock _clock = new();
    readonly FakeFilms _films = new();
    readonly FolderBlobs _blobs;
    readonly Warnings _warnings = new();

    public CatalogueSnapshotTests()
    {
        _blobs = new(_folder.Path);
        for (var id = 1; id <= 40; id++) _films.Save(Full(id));
        _films.Save(new Movie { Id = 50, Title = "" });
        for (var id = 1; id <= 30; id += 3) _films.Rate(id, id);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Full_Film_HasNothingThatIsNotSet()
    {
        // What the other tests compare is all there is of a film: a new fact must be saved as well.
        foreach (var property in typeof(Movie).GetProperties())
            Assert.True(property.GetValue(Full(7)) is not (null or IReadOnlyList<string> { Count: 0 }), property.Name);
    }

    [Fact]
    public async Task View_FromASnapshot_EqualsAFullRead()
    {
        await SaveAsync();

        var (view, reads) = await StartAsync();

        Assert.Equal(0, reads);
        await AssertAsReadAsync(view);
    }

    [Fact]
    public async Task View_FilmsAddedAndChangedAndRatedSince_EqualsAFullRead()
    {
        await SaveAsync();
        _films.Save(Full(3) with { Title = "Another Title", Overview = null, Genres = [] });
        _films.Save(Full(99));
        _films.Rate(1, 12);
        _films.Rate(99, 2);

        var (view, reads) = await StartAsync();

        Assert.Equal(0, reads);
        Assert.Equal("Another Title", view.Find(3)!.Title);
        Assert.Equal(2, view.VotesOf(view.PlaceOf(99)));
        await AssertAsReadAsync(view);
    }

    [Fact]
    public async Task View_FilmTakenOutOfTheStore_IsGoneAfterADay()
    {
        await SaveAsync();
        _films.Remove(3);
        using var catalogue = New();
        Assert.NotNull((await catalogue.ViewAsync()).Find(3));

        _clock.Now += Catalogue.WholeAfter;
        var view = await catalogue.RefreshAsync();

        Assert.Null(view.Find(3));
        await AssertAsReadAsync(view);
        Assert.Same(view, await catalogue.RefreshAsync());
    }

    [Fact]
    public async Task View_ContinuationRefused_IsReadFromTheBeginning()
    {
        await SaveAsync();
        _films.Generation = "anew";
        _films.Remove(5);

        var (view, reads) = await StartAsync();

        Assert.Equal(1, reads);
        Assert.Null(view.Find(5));
        await AssertAsReadAsync(view);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(-2000)]
    public async Task View_SnapshotDamaged_IsReadFromTheStoreAndSaysSo(int at)
    {
        await SaveAsync();
        var path = Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "catalogue")));
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x10;
        await File.WriteAllBytesAsync(path, bytes);

        await AssertUnusedAsync();
    }

    [Fact]
    public async Task View_SnapshotCutOff_IsReadFromTheStoreAndSaysSo()
    {
        await SaveAsync();
        var path = Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "catalogue")));
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path))[..3000]);

        await AssertUnusedAsync();
    }

    [Fact]
    public async Task View_SnapshotOfAnotherFormat_IsReadFromTheStoreAndSaysSo()
    {
        var file = new ModelFileWriter("catalogue");
        file.AddValue("format", 0);
        await _blobs.UploadAsync($"catalogue/{StampedName.New(_clock.Now)}.bin", stream =>
        {
            file.WriteTo(stream);
            return Task.CompletedTask;
        });

        await AssertUnusedAsync();
        Assert.Contains("format 0", _warnings.Said.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_FewChangesSince_IsNotWorthItAndManyReplaceTheOnesBefore()
    {
        using var catalogue = New();
        await catalogue.ViewAsync();
        Assert.True(await catalogue.SaveAsync(10));
        Assert.False(await catalogue.SaveAsync(10));

        for (var round = 0; round < 4; round++)
        {
            for (var id = 100; id < 110; id++) _films.Save(Full(id) with { Year = 1900 + round });
            await catalogue.RefreshAsync();
            _clock.Now += TimeSpan.FromMinutes(1);
            Assert.True(await catalogue.SaveAsync(10));
        }

        Assert.Equal(2, Directory.GetFiles(Path.Combine(_folder.Path, "catalogue")).Length);
        var (view, reads) = await StartAsync();
        Assert.Equal((0, 1903), (reads, view.Find(105)!.Year));
    }

    [Fact]
    public async Task Refresh_Runs_SavesWhatTheNextStartBeginsWith()
    {
        using var catalogue = New();
        using var refresh = new CatalogueRefresh(catalogue, new() { SaveAfter = 5, SavePeriod = TimeSpan.FromDays(1) }, TimeProvider.System, NullLogger<CatalogueRefresh>.Instance);
        await refresh.StartAsync(CancellationToken.None);
        var folder = Path.Combine(_folder.Path, "catalogue");
        for (var tries = 0; tries < 1000 && !Directory.Exists(folder); tries++) await Task.Delay(10);
        for (var id = 60; id < 66; id++) _films.Save(Full(id));
        await catalogue.RefreshAsync();

        // The period is not over, and an end is not to be waited for.
        await refresh.StopAsync(CancellationToken.None);

        var (view, reads) = await StartAsync();
        Assert.Equal(0, reads);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.NotNull(view.Find(65));
    }

    static Movie Full(int id) => new()
    {
        Id = id,
        Title = $"Film {id} Ünïcode 電影",
        OriginalTitle = $"Original {id}",
        Year = 1950 + id,
        Genres = ["Drama", id % 2 == 0 ? "Comedy" : "Horror"],
        RuntimeMinutes = 90 + id,
        Directors = [$"Director {id % 5}"],
        Cast = [$"Actor {id % 7}", $"Actor {id % 11}"],
        Keywords = ["heist", "", $"word{id}"],
        Overview = $"Sentences about {id}.",
        Language = "en",
        MovieLensId = id * 2,
        ImdbId = $"tt{id:0000000}",
        TmdbId = id * 3,
        PosterUrl = $"https://posters.example/{id}.jpg",
    };

    Catalogue New() => new(_films, _films, new CatalogueSnapshots(_blobs, _clock, _warnings), _clock);

    async Task SaveAsync()
    {
        using var catalogue = New();
        await catalogue.ViewAsync();
        Assert.True(await catalogue.SaveAsync(1));
    }

    async Task<(CatalogueView View, int WholeReads)> StartAsync()
    {
        var before = _films.WholeReads;
        using var catalogue = New();
        return (await catalogue.ViewAsync(), _films.WholeReads - before);
    }

    async Task AssertUnusedAsync()
    {
        var (view, reads) = await StartAsync();
        Assert.Equal(1, reads);
        Assert.Single(_warnings.Said);
        await AssertAsReadAsync(view);
    }

    async Task AssertAsReadAsync(CatalogueView view)
    {
        using var fresh = new Catalogue(_films, _films);
        var read = await fresh.ViewAsync();
        Assert.Equal(JsonSerializer.Serialize(read.Movies), JsonSerializer.Serialize(view.Movies));
        foreach (var window in Enum.GetValues<HotWindow>())
            Assert.Equal(JsonSerializer.Serialize(read.Movies.Select(movie => read.HotOf(movie.Id, window))), JsonSerializer.Serialize(view.Movies.Select(movie => view.HotOf(movie.Id, window))));
        Assert.Equal(read.Version, view.Version);
    }

    sealed class Warnings : ILogger<CatalogueSnapshots>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning) Said.Add($"{formatter(state, exception)} {exception?.Message}");
        }
    }
}
