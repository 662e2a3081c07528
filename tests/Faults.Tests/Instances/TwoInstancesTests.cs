using System.Net;
using System.Text.Json.Nodes;
using Matinee.Azure.Cosmos;
using Matinee.Faults.Tests.Support;
using Matinee.Local.CosmosGateway.Hosting;

namespace Matinee.Faults.Tests.Instances;

/// <summary>Two processes over one account, which is a third one.</summary>
public sealed class TwoInstancesTests(ITestOutputHelper output) : IAsyncLifetime
{
    const string Key = "the-key-of-the-tests";

    // A lease lasts 20 s, and who waits for it looks every 5 s; the rest is for a busy machine.
    static readonly TimeSpan s_takeover = TimeSpan.FromSeconds(90);

    readonly TemporaryFolder _folder = new();
    MatineeProcess _cosmos = null!;
    MatineeProcess _first = null!;
    MatineeProcess _second = null!;
    CosmosStores _stores = null!;
    IReadOnlyList<Viewer> _viewers = [];

    public async ValueTask InitializeAsync()
    {
        _viewers = await DataFolder.FillAsync(_folder.Path, 2);
        using (var backend = await DataFolder.OpenAsync(_folder.Path)) await SmallCommunity.ImportAsync(backend.Snapshots, firstFilm: 1);
        _cosmos = MatineeProcess.Cosmos(_folder.Path);
        var account = $"AccountEndpoint={await _cosmos.ReadyAsync()};AccountKey={MasterKey.Emulator}";
        _stores = CosmosStores.Open(CosmosOptions.Parse(account), TimeProvider.System);
        // The blobs are a folder that both have.
        (_first, _second) = (Serve(account), Serve(account));
        await Task.WhenAll(_first.ReadyAsync(), _second.ReadyAsync());
    }

    [Fact]
    public async Task Feed_TwoInstances_OneOwnsItAndTheOtherTakesOverWhenItIsKilled()
    {
        var writer = new RatingWriter(_viewers[0], 1);
        using var first = await _first.ClientAsync(_viewers[0].Token);
        using var second = await _second.ClientAsync(_viewers[0].Token);
        for (var i = 0; i < 20; i++) await writer.WriteOneAsync(i % 2 == 0 ? first : second);
        await Patience.UntilAsync(AgreesAsync, "the counts agree with the ratings");
        var owner = await OwnerAsync();
        var (owning, other, name) = owner.Contains($"-{_first.Id}-", StringComparison.Ordinal) ? (_first, second, "first") : (_second, first, "second");
        Assert.Contains($"-{owning.Id}-", owner, StringComparison.Ordinal);
        for (var look = 0; look < 20; look++)
        {
            Assert.Equal(owner, await OwnerAsync());
            await Task.Delay(250);
        }

        owning.Kill();
        for (var i = 0; i < 20; i++) await writer.WriteOneAsync(other);
        var took = await Patience.UntilAsync(AgreesAsync, "the other has taken over", s_takeover);

        Assert.NotEqual(owner, await OwnerAsync());
        Assert.Empty(writer.Refused);
        writer.Check(await other.RatingsAsync());
        output.WriteLine($"The {name} owned the feed; the other had counted everything {took.TotalSeconds:0.0} s after the kill.");
    }

    [Fact]
    public async Task Session_EndedOnOne_IsRefusedOnTheOtherAtOnce()
    {
        using var first = await _first.ClientAsync(_viewers[1].Token);
        using var second = await _second.ClientAsync(_viewers[1].Token);
        await second.JsonAsync("me/ratings");

        using var ended = await first.DeleteAsync("sessions/current");
        using var refused = await second.GetAsync("me/ratings");

        Assert.True(ended.IsSuccessStatusCode);
        await refused.IsProblemAsync("unauthenticated", 401);
    }

    [Fact]
    public async Task Retrain_AskedOfBothAtOnce_OneTrains()
    {
        using var first = await _first.ClientAsync();
        using var second = await _second.ClientAsync();

        var answers = await Task.WhenAll(RetrainAsync(first), RetrainAsync(second));
        using var again = await RetrainAsync(first);

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Conflict], answers.Select(static answer => answer.StatusCode).Order());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        foreach (var answer in answers) answer.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _stores.Dispose();
        await _cosmos.DisposeAsync();
        _folder.Dispose();
    }

    MatineeProcess Serve(string account) => MatineeProcess.Serve(_folder.Path, "--cosmos", account, "--operator-key", Key);

    static Task<HttpResponseMessage> RetrainAsync(HttpClient client)
    {
        client.DefaultRequestHeaders.Remove("x-functions-key");
        client.DefaultRequestHeaders.Add("x-functions-key", Key);
        return client.PostAsync("operations/retrain", null);
    }

    async Task<bool> AgreesAsync() => await Recount.DifferenceAsync(_stores, [_viewers[0].UserId]) is null;

    // There is one range, so one lease says who owns the feed.
    async Task<string> OwnerAsync()
    {
        using var pages = _stores.Database.GetContainer("leases").GetItemQueryStreamIterator("SELECT * FROM c WHERE IS_DEFINED(c.Owner)");
        var owners = new List<string>();
        while (pages.HasMoreResults)
        {
            using var page = await pages.ReadNextAsync();
            Assert.True(page.IsSuccessStatusCode, page.ErrorMessage);
            owners.AddRange(JsonNode.Parse(page.Content)!["Documents"]!.AsArray().Select(static lease => (string?)lease!["Owner"]).OfType<string>());
        }

        return Assert.Single(owners);
    }
}
