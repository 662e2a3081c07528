using System.Text;
using System.Text.Json;
using Matinee.Core.Blobs;
using Matinee.Core.Models;
using Matinee.Engine.Files;

namespace Matinee.Contract.Tests.Models;

public abstract partial class ModelStoreContract
{
    [Fact]
    public async Task Open_AnyBitFlipped_SaysWhichFileIsDamaged()
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        var version = (await store.PublishAsync(ModelFiles.Small(), ModelFiles.Manifest())).Version!;
        var sound = (await blobs.ReadAsync($"models/{version}/model.bin")).Content.ToArray();
        for (var at = 0; at < sound.Length; at += 13)
        {
            var damaged = (byte[])sound.Clone();
            damaged[at] ^= (byte)(1 << (at % 8));
            await ReplaceAsync(blobs, $"models/{version}/model.bin", damaged);
            var error = await Assert.ThrowsAsync<ModelDamagedException>(() => store.OpenAsync(version));
            Assert.Equal($"models/{version}/model.bin", error.File);
            Assert.IsType<ModelFileException>(error.InnerException);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(200)]
    [InlineData(-1)]
    [InlineData(+1)]
    public async Task Open_WrongLength_IsDamaged(int length)
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        var version = (await store.PublishAsync(ModelFiles.Small(), ModelFiles.Manifest())).Version!;
        var sound = (await blobs.ReadAsync($"models/{version}/model.bin")).Content.ToArray();
        Array.Resize(ref sound, length is -1 or 1 ? sound.Length + length : length);
        await ReplaceAsync(blobs, $"models/{version}/model.bin", sound);
        await Assert.ThrowsAsync<ModelDamagedException>(() => store.OpenAsync(version));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"kind\": \"te")]
    [InlineData("{ \"kind\": \"test\" }")]
    public async Task Manifest_NotOne_IsDamagedAndDoesNotHideTheOthers(string text)
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        var versions = await PublishAsync(store, 2);
        await ReplaceAsync(blobs, $"models/{versions[0]}/manifest.json", Encoding.UTF8.GetBytes(text));
        var error = await Assert.ThrowsAsync<ModelDamagedException>(() => store.ManifestAsync(versions[0]));
        Assert.Equal($"models/{versions[0]}/manifest.json", error.File);
        Assert.Equal([versions[1], versions[0]], await store.ListAsync());
        await store.ManifestAsync(versions[1]);
    }

    [Theory]
    [InlineData("{}x")]
    [InlineData("{ \"history\": [ { \"version\": \"latest\" } ] }")]
    public async Task Current_NotAPointer_IsDamaged(string text)
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        await blobs.WriteAsync("models/current.json", Encoding.UTF8.GetBytes(text), null);
        Assert.Equal("models/current.json", (await Assert.ThrowsAsync<ModelDamagedException>(() => store.CurrentAsync())).File);
    }

    [Fact]
    public async Task AnyDocument_FieldsOfANewerProgram_Survive()
    {
        var blobs = await NewBlobsAsync();
        var store = new ModelStore(blobs, Clock);
        var versions = await PublishAsync(store, 2);
        var current = await store.PromoteAsync(versions[0], CurrentModel.None);
        await AddFieldAsync(blobs, $"models/{versions[0]}/manifest.json");
        await AddFieldAsync(blobs, "models/current.json");

        Assert.Equal("kept", (await store.ManifestAsync(versions[0])).Others!["future"].GetString());
        await Assert.ThrowsAsync<ModelConflictException>(() => store.PromoteAsync(versions[1], current));
        await store.PromoteAsync(versions[1], (await store.CurrentAsync())!);
        await store.RollBackAsync((await store.CurrentAsync())!);
        var text = Encoding.UTF8.GetString((await blobs.ReadAsync("models/current.json")).Content.Span);
        using var document = JsonDocument.Parse(text);
        Assert.Equal("kept", document.RootElement.GetProperty("future").GetString());
        Assert.Equal(versions[0].ToString(), document.RootElement.GetProperty("version").GetString());
        Assert.Single(document.RootElement.EnumerateObject(), property => property.Name == "version");
    }

    static async Task ReplaceAsync(IBlobs blobs, string name, byte[] content)
    {
        await blobs.DeleteAsync(name);
        await blobs.WriteAsync(name, content, null);
    }

    static async Task AddFieldAsync(IBlobs blobs, string name)
    {
        var text = Encoding.UTF8.GetString((await blobs.ReadAsync(name)).Content.Span);
        await ReplaceAsync(blobs, name, Encoding.UTF8.GetBytes("{ \"future\": \"kept\"," + text[1..]));
    }
}
