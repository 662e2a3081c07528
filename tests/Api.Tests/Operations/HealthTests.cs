using System.Text;
using Matinee.Api.Tests.Hosting;
using Matinee.Azure.Cosmos;
using Matinee.Core.Blobs;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Operations;
using Matinee.Core.Ratings;
using Matinee.Core.Training;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Api.Tests.Operations;

public sealed class HealthTests
{
    [Fact]
    public async Task Ready_NothingThereYet_IsReadyAndSaysWhatIsMissing()
    {
        await using var host = await MatineeHost.StartAsync();
        using var client = host.NewClient();

        var ready = await client.GetAsync("health/ready").JsonAsync();

        Assert.Equal("degraded", (string?)ready["status"]);
        Assert.Equal("ok", (string?)ready["parts"]!["store"]!["status"]);
        Assert.Equal("ok", (string?)ready["parts"]!["blobs"]!["status"]);
        Assert.Equal("No films yet.", (string?)ready["parts"]!["catalogue"]!["detail"]);
        Assert.Equal("No model yet.", (string?)ready["parts"]!["model"]!["detail"]);
    }

    [Fact]
    public async Task Ready_AllThere_SaysWhichModelAndHowOldItIs()
    {
        await using var host = await MatineeHost.StartAsync(services: SmallCommunity.TrainFast);
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        await SmallCommunity.ImportAsync(host.Services.GetRequiredService<SnapshotStore>());
        var run = await host.Services.GetRequiredService<RetrainModels>().RunAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(90));
        using var client = host.NewClient();

        var ready = await client.GetAsync("health/ready").JsonAsync();

        Assert.Equal("ok", (string?)ready["status"]);
        Assert.Equal($"{run!.Version}, 1.5 hours old.", (string?)ready["parts"]!["model"]!["detail"]);
    }

    [Fact]
    public async Task Ready_APartIsAwayOrSilent_Is503AndNamesItAndLiveStaysLive()
    {
        await using var host = await MatineeHost.StartAsync(services: services => services
            .AddSingleton<IHealthPart>(new Part("away", _ => throw new IOException("secret-host:443 refused")))
            .AddSingleton<IHealthPart>(new Part("silent", cancellation => Task.Delay(Timeout.Infinite, CancellationToken.None))));
        using var client = host.NewClient();

        var problem = await client.GetAsync("health/ready").ProblemAsync("not_ready");
        var live = await client.GetAsync("health/live").JsonAsync();

        Assert.Equal(503, (int)problem["status"]!);
        Assert.Equal(["away", "silent"], problem["errors"]!.AsObject().Select(error => error.Key).Order());
        Assert.DoesNotContain("secret-host", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("live", (string?)live["status"]);
    }

    [Fact]
    public async Task Ready_TheModelCanNotBeLoaded_SaysWhichOneServes()
    {
        await using var host = await MatineeHost.StartAsync(services: SmallCommunity.TrainFast);
        await SmallCommunity.ImportAsync(host.Services.GetRequiredService<SnapshotStore>());
        var retrain = host.Services.GetRequiredService<RetrainModels>();
        var first = await retrain.RunAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await retrain.RunAsync(isForced: true);
        var (models, served) = (host.Services.GetRequiredService<IModelStore>(), host.Services.GetRequiredService<ModelInService>());
        var back = await models.RollBackAsync((await models.CurrentAsync())!);
        await served.RefreshAsync();
        await host.Services.GetRequiredService<IBlobs>().DeleteAsync($"models/{second!.Version}/model.bin");
        await models.PromoteAsync(second.Version!, back.Current);
        Assert.False(await served.RefreshAsync());
        using var client = host.NewClient();

        var ready = await client.GetAsync("health/ready").JsonAsync();

        Assert.Equal("degraded", (string?)ready["parts"]!["model"]!["status"]);
        Assert.EndsWith($"It could not be loaded here; {first!.Version} serves.", (string?)ready["parts"]!["model"]!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_FeedCanNotApplyWhatItIsGiven_SaysHowFarItIsBehind()
    {
        var poison = new SlowPoison();
        await using var host = await MatineeHost.StartAsync(services: services => services.Replace(ServiceDescriptor.Singleton<IPoison>(poison)));
        using var client = host.NewClient();
        Assert.Equal("0 s behind.", (string?)(await client.GetAsync("health/ready").JsonAsync())["parts"]!["ratingsFeed"]!["detail"]);

        // No rating: it is to be set aside, and that hangs.
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("""{ "id": "7", "userId": "anna" }"""));
        using var written = await host.Stores.Database.GetContainer(CosmosContainers.Ratings.Name).CreateItemStreamAsync(body, new PartitionKey("anna"));
        Assert.True(written.IsSuccessStatusCode);
        host.Clock.Advance(TimeSpan.FromSeconds(90));

        await Patience.UntilAsync(async () => (string?)(await client.GetAsync("health/ready").JsonAsync())["parts"]!["ratingsFeed"]!["detail"] == "90 s behind.", "the feed's lag");
        var ready = await client.GetAsync("health/ready").JsonAsync();
        Assert.Equal("degraded", (string?)ready["parts"]!["ratingsFeed"]!["status"]);

        poison.Goes.SetResult();
        await Patience.UntilAsync(() => Task.FromResult(poison.IsSaved), "the document is set aside");
        host.Clock.Advance(FeedProgress.Quiet);
        await Patience.UntilAsync(async () => (string?)(await client.GetAsync("health/ready").JsonAsync())["parts"]!["ratingsFeed"]!["detail"] == "0 s behind.", "nothing waits any more");
    }

    sealed class SlowPoison : IPoison
    {
        public Task<int> RemoveOfAsync(string userId, CancellationToken cancellation) => throw new NotSupportedException();

        public TaskCompletionSource Goes { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public volatile bool IsSaved;

        public async Task SaveAsync(PoisonDocument document, CancellationToken cancellation = default)
        {
            await Goes.Task.WaitAsync(cancellation);
            IsSaved = true;
        }

        public Task<IReadOnlyList<PoisonDocument>> LatestAsync(int count, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<PoisonDocument>>([]);
    }

    sealed class Part(string name, Func<CancellationToken, Task> look) : IHealthPart
    {
        public string Name => name;

        public async Task<HealthState> CheckAsync(CancellationToken cancellation)
        {
            await look(cancellation);
            return new(HealthLevel.Ok);
        }
    }
}
