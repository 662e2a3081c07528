using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Matinee.Faults.Tests.Support;

namespace Matinee.Faults.Tests.Store;

/// <summary>A store that throttles, is away, keeps silent or whose answers get lost.</summary>
public sealed class StoreFaultTests
{
    const int Writes = 30;

    // On top of the deadline, for what a busy machine takes.
    static readonly TimeSpan s_grace = TimeSpan.FromSeconds(8);

    // The feed's function is given a batch that failed again after ten seconds.
    static readonly TimeSpan s_caughtUp = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData("Throttled", 0.3)]
    [InlineData("Unavailable", 0.2)]
    [InlineData("LostAnswer", 0.2)]
    [InlineData("WrongAnswer", 0.2)]
    public async Task Rate_PartOfTheRequestsGoWrong_LosesNothingAndCountsOnce(string fault, double share)
    {
        await using var host = await FaultHost.StartAsync(deadline: TimeSpan.FromSeconds(30));
        var writers = host.Viewers.Select(static (viewer, i) => new RatingWriter(viewer, (ulong)i)).ToList();
        host.Line.Begin(Enum.Parse<StoreFault>(fault), share);

        await Task.WhenAll(writers.Select(async writer =>
        {
            using var client = host.Client(writer.Viewer);
            for (var i = 0; i < Writes; i++) await writer.WriteOneAsync(client);
        }));

        Assert.True(host.Line.Faults > Writes, $"Only {host.Line.Faults} requests went wrong.");
        host.Line.End();
        Assert.All(writers, static writer => Assert.Empty(writer.Refused));
        await AllThereAsync(host, writers);
    }

    [Theory]
    [InlineData("Throttled")]
    [InlineData("Unavailable")]
    [InlineData("Silent")]
    public async Task Rate_StoreIsAway_IsRefusedInTimeAndWorksAgainAfterwards(string fault)
    {
        await using var host = await FaultHost.StartAsync();
        var writers = host.Viewers.Select(static (viewer, i) => new RatingWriter(viewer, (ulong)i)).ToList();
        using var client = host.Client(writers[0].Viewer);
        await writers[0].WriteOneAsync(client);
        host.Line.Begin(Enum.Parse<StoreFault>(fault));

        var start = Stopwatch.GetTimestamp();
        using var refused = await client.PutAsJsonAsync("me/ratings/1", new { stars = 4 });
        var took = Stopwatch.GetElapsedTime(start);
        using var films = await client.GetAsync("genres");
        using var live = await client.GetAsync("health/live");
        using var ready = await client.GetAsync("health/ready");

        await refused.IsProblemAsync("store_unavailable", 503);
        Assert.True(took < FaultHost.Deadline + s_grace, $"It was refused after {took.TotalSeconds:0.0} s.");
        Assert.Equal(HttpStatusCode.OK, films.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        await ready.IsProblemAsync("not_ready", 503);

        host.Line.End();
        await Task.WhenAll(writers.Select(async writer =>
        {
            using var own = host.Client(writer.Viewer);
            for (var i = 0; i < 10; i++) await writer.WriteOneAsync(own);
        }));
        Assert.All(writers, static writer => Assert.Empty(writer.Refused));
        await Patience.UntilAsync(async () =>
        {
            using var again = await client.GetAsync("health/ready");
            return again.IsSuccessStatusCode;
        }, "it is ready again");
        await AllThereAsync(host, writers);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Register_TheAnswerOfAWriteIsLost_MakesOneAccount(int lost)
    {
        await using var host = await FaultHost.StartAsync();
        var writes = -1;
        host.Line.Concerns = request => request.Method != HttpMethod.Get
            && (request.RequestUri!.AbsolutePath.Contains("/users/") || request.RequestUri.AbsolutePath.Contains("/logins/") || request.RequestUri.AbsolutePath.Contains("/sessions/"))
            && Interlocked.Increment(ref writes) == lost;
        host.Line.Begin(StoreFault.LostAnswer);
        using var client = host.Client();

        using var made = await client.PostAsJsonAsync("accounts", new { loginName = "zoe", password = "a long and good one" });
        using var again = await client.PostAsJsonAsync("accounts", new { loginName = "zoe", password = "a long and good one" });
        using var signedIn = await client.PostAsJsonAsync("sessions", new { loginName = "zoe", password = "a long and good one" });

        Assert.True(made.StatusCode == HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        Assert.Equal(1, host.Line.Faults);
        await again.IsProblemAsync("login_name_taken", 409);
        Assert.True(signedIn.IsSuccessStatusCode, await signedIn.Content.ReadAsStringAsync());
    }

    static async Task AllThereAsync(FaultHost host, IReadOnlyList<RatingWriter> writers)
    {
        foreach (var writer in writers)
        {
            using var client = host.Client(writer.Viewer);
            writer.Check(await client.RatingsAsync());
        }

        var users = writers.Select(static writer => writer.Viewer.UserId).ToList();
        await Patience.UntilAsync(async () => await Recount.DifferenceAsync(host.Stores, users) is null, "the counts agree with the ratings", s_caughtUp);
    }
}
