using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Models;
using Matinee.Core.Ratings;
using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Privacy;

public sealed class ErasureTests : IAsyncLifetime
{
    // What a mark of removal may consist of.
    static readonly HashSet<string> s_mark =
        ["id", "userId", "movieId", "removed", "kind", "ratedAt", "version", "ttl", "trace", "_rid", "_self", "_etag", "_attachments", "_ts"];

    readonly CapturedLog _log = new();
    MatineeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await People.StartAsync(services =>
        {
            SmallCommunity.TrainFast(services);
            _log.AddTo(services);
        });
        await Person.AddFilmsAsync(_host);
        await SmallCommunity.ImportAsync(_host.Services.GetRequiredService<SnapshotStore>());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Delete_PersonInModelSnapshotsAndCaches_IsNowhereAfterTheNextModel()
    {
        using var zoe = await Person.JoinAsync(_host);
        var first = await TrainAsync();
        Assert.Equal(SmallCommunity.People + 1, first.Manifest.Data.Users);
        Assert.NotEqual(-1, first.Model.Community!.PersonOf(zoe.Id));
        Assert.NotEmpty(await Stored.BlobsWithAsync(_host, zoe.Id));
        await zoe.Client.GetAsync("recommendations").JsonAsync();
        await zoe.Client.GetAsync("recommendations/people").JsonAsync();
        await _host.Stores.Poison.SaveAsync(new("broken", "it is no rating", $$"""{"userId":"{{zoe.Id}}","review":"{{Person.Words[^1]}}"}""", _host.Clock.GetUtcNow()));

        using var fresh = await _host.SignInAsync(Person.LoginName);
        var receipt = await fresh.DeleteAsync("me").JsonAsync();

        // The feed takes the stars out of the films' counts a moment later.
        await Patience.UntilAsync(
            async () => (await Stored.DocumentsAsync(_host)).All(one => one.Container != "reviews" || !one.Document.ToJsonString().Contains(zoe.Id, StringComparison.Ordinal) || one.Document["ttl"] is not null),
            "the feed has heard of every removal");
        // At once: no document but the marks of removal that the receipt names, and nobody is compared with the person.
        Assert.Equal("""{"sessions":2,"ratings":12,"reviews":1,"shelf":3,"logins":1,"users":1,"poison":1}""", receipt["erased"]!.ToJsonString());
        await AssertOnlyMarksAsync(zoe.Id, receipt);
        var current = _host.Services.GetRequiredService<ModelInService>().Current!;
        Assert.Equal((first.Version, -1), (current.Version, current.Model.Community!.PersonOf(zoe.Id)));

        // By the next model: in no version that is left, and its vector neither, for those that had it are gone.
        _host.Clock.Advance(TimeSpan.FromHours(1));
        var second = await TrainAsync();
        Assert.NotEqual(first.Version, second.Version);
        Assert.Equal((SmallCommunity.People, -1), (second.Manifest.Data.Users, second.Model.Community!.PersonOf(zoe.Id)));
        Assert.True(second.Manifest.Data.Taken > (DateTimeOffset)receipt["erasedAt"]!, "the receipt names the first model without the person");
        Assert.Equal([second.Version], await _host.Services.GetRequiredService<IModelStore>().ListAsync());
        // One snapshot is left; it knows that the ratings went, and no stars.
        var snapshot = Assert.Single(await Stored.BlobsWithAsync(_host, zoe.Id));
        Assert.StartsWith("snapshots/", snapshot, StringComparison.Ordinal);
        Assert.DoesNotContain((await _host.Services.GetRequiredService<SnapshotStore>().OpenAsync())!.All(), rating => rating.UserId == zoe.Id);
        foreach (var word in Person.Words) Assert.Empty(await Stored.BlobsWithAsync(_host, word));

        // In time: not even the marks.
        _host.Clock.Advance(TimeSpan.FromSeconds(Tombstones.ReviewSeconds) + TimeSpan.FromDays(1));
        await TrainAsync();
        Assert.DoesNotContain(await Stored.DocumentsAsync(_host), one => one.Document.ToJsonString().Contains(zoe.Id, StringComparison.Ordinal));
        Assert.Empty(await Stored.BlobsWithAsync(_host, zoe.Id));
        Assert.DoesNotContain(_log.Texts, text => Person.Words.Append(zoe.Id).Any(word => text.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Consent_NotGivenOrTakenBack_IsInNoModel()
    {
        using var silent = await _host.JoinAsync("silent");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(film => Recommendations.Cinema.RateAsync(silent, film, 4)));
        using var zoe = await Person.JoinAsync(_host);
        var silentId = (string)(await silent.GetAsync("me").JsonAsync())["id"]!;

        var first = await TrainAsync();

        Assert.Equal((SmallCommunity.People + 1, -1), (first.Manifest.Data.Users, first.Model.Community!.PersonOf(silentId)));
        // Only the snapshot of all ratings, which training reads, holds them: neither the model nor what is published of it.
        Assert.All(await Stored.BlobsWithAsync(_host, silentId), static blob => Assert.StartsWith("snapshots/", blob, StringComparison.Ordinal));

        using (var answer = await zoe.Client.PutAsync("me/consents/ratingsForOthers", new StringContent("""{"isGiven":false}""", null, "application/json"))) answer.EnsureSuccessStatusCode();
        Assert.Equal(-1, _host.Services.GetRequiredService<ModelInService>().Current!.Model.Community!.PersonOf(zoe.Id));
        _host.Clock.Advance(TimeSpan.FromHours(1));
        var second = await TrainAsync();
        Assert.Equal((SmallCommunity.People, -1), (second.Manifest.Data.Users, second.Model.Community!.PersonOf(zoe.Id)));
        Assert.All(await Stored.BlobsWithAsync(_host, zoe.Id), static blob => Assert.StartsWith("snapshots/", blob, StringComparison.Ordinal));
    }

    async Task<LoadedModel> TrainAsync()
    {
        var run = await _host.Services.GetRequiredService<RetrainModels>().RunAsync(isForced: true);
        Assert.True(run!.Outcome == RunOutcome.Promoted, $"{run.Outcome}: {run.Why}");
        return _host.Services.GetRequiredService<ModelInService>().Current!;
    }

    async Task AssertOnlyMarksAsync(string id, JsonNode receipt)
    {
        var left = (await Stored.DocumentsAsync(_host)).Where(one => one.Document.ToJsonString().Contains(id, StringComparison.Ordinal)).ToList();
        foreach (var remains in receipt["remains"]!.AsArray())
            Assert.Equal((int)remains!["items"]!, left.Count(one => one.Container == (string)remains["container"]!));
        Assert.All(left, static one =>
        {
            Assert.Contains(one.Container, (string[])["ratings", "reviews"]);
            Assert.True((int)one.Document["ttl"]! > 0);
            Assert.DoesNotContain(one.Document, static field => field.Value is not null && !s_mark.Contains(field.Key));
        });
        Assert.DoesNotContain(await Stored.DocumentsAsync(_host), static one => Person.Words.Any(word => one.Document.ToJsonString().Contains(word, StringComparison.Ordinal)));
    }
}
