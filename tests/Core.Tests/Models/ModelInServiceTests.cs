using Matinee.Core.Blobs;
using Matinee.Core.Models;
using Matinee.Core.Tests.Simulated;
using Matinee.Engine.Files;
using Matinee.Engine.Popularity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Core.Tests.Models;

public sealed class ModelInServiceTests : IDisposable
{
    readonly Folder _folder = new();
    readonly Clock _clock = new();
    readonly FolderBlobs _blobs;
    readonly ModelStore _store;
    readonly ErasedPeople _erased;
    readonly ModelInService _sut;

    public ModelInServiceTests()
    {
        _blobs = new(_folder.Path);
        _store = new(_blobs, _clock);
        _erased = new(_blobs, _store, _clock);
        _sut = CreateSut();
    }

    public void Dispose()
    {
        _sut.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task RefreshAsync_NothingPromoted_ServesNothingWithoutError()
    {
        Assert.True(await _sut.RefreshAsync());
        Assert.Null(_sut.Current);
        Assert.Equal(new(null, null, _clock.Now, null), _sut.Health);
    }

    [Fact]
    public async Task RefreshAsync_Promoted_SwapsAndRollBackSwapsBack()
    {
        var first = await PromoteAsync();
        await _sut.RefreshAsync();
        Assert.Equal(first, _sut.Current?.Version);
        var kept = _sut.Current;
        await _sut.RefreshAsync();
        Assert.Same(kept, _sut.Current);

        _clock.Now += TimeSpan.FromMinutes(1);
        var second = await PromoteAsync();
        await _sut.RefreshAsync();
        Assert.Equal(second, _sut.Current?.Version);
        Assert.Equal(_clock.Now, _sut.Health.LoadedAt);

        await _store.RollBackAsync((await _store.CurrentAsync())!);
        await _sut.RefreshAsync();
        Assert.Equal(first, _sut.Current?.Version);
    }

    [Fact]
    public async Task CurrentAsync_NeverLookedBefore_WaitsForTheModel()
    {
        var version = await PromoteAsync();
        Assert.Equal(version, (await _sut.CurrentAsync())?.Version);
    }

    [Fact]
    public async Task RefreshAsync_FileDamaged_KeepsTheOldModelAndRecoversWithTheNext()
    {
        var first = await PromoteAsync();
        await _sut.RefreshAsync();
        var second = await PromoteAsync();
        var path = Path.Combine(_folder.Path, "models", second.ToString(), "model.bin");
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        Assert.False(await _sut.RefreshAsync());
        Assert.Equal(first, _sut.Current?.Version);
        Assert.Contains(second.ToString(), _sut.Health.Error, StringComparison.Ordinal);
        // The failure is not forgotten: the pointer has not moved, and it still is one.
        Assert.False(await _sut.RefreshAsync());

        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.True(await _sut.RefreshAsync());
        Assert.Equal(second, _sut.Current?.Version);
        Assert.Null(_sut.Health.Error);
    }

    [Fact]
    public async Task RefreshAsync_SoundFileOfUselessNumbers_KeepsTheOldModel()
    {
        var first = await PromoteAsync();
        await _sut.RefreshAsync();
        // A popularity of NaN in a file whose checksum is right.
        var bad = new ModelFileWriter(ServedModel.Kind);
        var lists = bad.Within("lists", PopularityModel.Name);
        lists.Add<int>("items", (int[])[10, 20]);
        lists.Add<float>("scores", (float[])[1, float.NaN]);
        Town.Small.Model.Stars.Save(bad.Within("stars", Town.Small.Model.Stars.Kind));
        await PromoteAsync(bad);

        Assert.False(await _sut.RefreshAsync());
        Assert.Equal(first, _sut.Current?.Version);
        Assert.Contains("film 20", _sut.Health.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefreshAsync_PersonErased_IsServedByNoInstanceAndByNoOlderModel()
    {
        var old = await PromoteAsync();
        await PromoteAsync();
        using var other = CreateSut();
        await _sut.RefreshAsync();
        await other.RefreshAsync();
        await _erased.AddAsync(Town.UserId(3));
        await _erased.AddAsync(Town.UserId(5));

        await _sut.RefreshAsync();
        await other.RefreshAsync();
        foreach (var holder in (ModelInService[])[_sut, other])
        {
            Assert.Equal(2, holder.Current!.Erased);
            Assert.Equal(-1, holder.Current.Model.Community!.PersonOf(Town.UserId(3)));
            Assert.Equal(-1, holder.Current.Model.Community.PersonOf(Town.UserId(5)));
            Assert.Equal(4, holder.Current.Model.Community.PersonOf(Town.UserId(4)));
        }

        await _store.RollBackAsync((await _store.CurrentAsync())!);
        await _sut.RefreshAsync();
        Assert.Equal(old, _sut.Current?.Version);
        Assert.Equal(-1, _sut.Current!.Model.Community!.PersonOf(Town.UserId(3)));
    }

    [Fact]
    public async Task RefreshAsync_ModelOfLaterData_HasThePersonWhoCameBack()
    {
        await PromoteAsync();
        await _erased.AddAsync(Town.UserId(3));
        _clock.Now += TimeSpan.FromDays(1);
        await PromoteAsync(taken: _clock.Now);
        await _sut.RefreshAsync();
        Assert.Equal(3, _sut.Current!.Model.Community!.PersonOf(Town.UserId(3)));
    }

    [Fact]
    public async Task AddAsync_EveryModelIsOfLaterData_ForgetsTheEarlierOnes()
    {
        await _erased.AddAsync("gone-long-ago");
        _clock.Now += TimeSpan.FromDays(1);
        await PromoteAsync(taken: _clock.Now);
        await _erased.AddAsync("gone-now");
        var list = await _erased.ReadAsync();
        Assert.Equal(["gone-now"], list!.People.Select(person => person.UserId));
    }

    ModelInService CreateSut() => new(_store, _erased, _clock, NullLogger<ModelInService>.Instance);

    async Task<ModelVersion> PromoteAsync(ModelFileWriter? file = null, DateTimeOffset? taken = null)
    {
        var manifest = await _store.PublishAsync(file ?? Town.Small.Model.Write(), Town.Manifest(taken ?? _clock.Now - TimeSpan.FromDays(1)));
        await _store.PromoteAsync(manifest.Version!, (await _store.CurrentAsync())!);
        return manifest.Version!;
    }
}
