using System.Net;
using System.Net.Http.Json;
using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Matinee.Faults.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Faults.Tests.Store;

/// <summary>A clock that is set, forward and back, while the service runs.</summary>
public sealed class ClockTests
{
    static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(-400)]
    [InlineData(-2)]
    [InlineData(2)]
    [InlineData(20)]
    public async Task Rate_ClockIsSetByDays_SessionsHoldAndNothingIsLost(int days)
    {
        var clock = new TestClock();
        await using var host = await FaultHost.StartAsync(clock: clock);
        var writer = new RatingWriter(host.Viewers[0], 3);
        using var client = host.Client(host.Viewers[0]);
        for (var i = 0; i < 20; i++) await writer.WriteOneAsync(client);

        clock.Jump(days * s_day);
        for (var i = 0; i < 20; i++) await writer.WriteOneAsync(client);

        Assert.Empty(writer.Refused);
        writer.Check(await client.RatingsAsync());
        await Patience.UntilAsync(async () => await Recount.DifferenceAsync(host.Stores, [host.Viewers[0].UserId]) is null, "the counts agree with the ratings");
        using var hot = await client.GetAsync("movies/hot?window=week");
        Assert.Equal(HttpStatusCode.OK, hot.StatusCode);
    }

    [Fact]
    public async Task SignIn_ClockWasAYearAheadAndIsSetBack_WorksAndOldSessionsAreOverAtMost()
    {
        var clock = new TestClock();
        await using var host = await FaultHost.StartAsync(clock: clock);
        using var client = host.Client();
        var person = new { loginName = "zoe", password = "a long and good one" };
        using var made = await client.PostAsJsonAsync("accounts", person);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        clock.Jump(366 * s_day);
        using var old = host.Client(host.Viewers[0]);
        using var over = await old.GetAsync("me");
        await over.IsProblemAsync("unauthenticated", 401);
        using var ahead = await client.PostAsJsonAsync("sessions", person);
        Assert.Equal(HttpStatusCode.Created, ahead.StatusCode);

        clock.Jump(-366 * s_day);
        using var back = await client.PostAsJsonAsync("sessions", person);
        Assert.Equal(HttpStatusCode.Created, back.StatusCode);
        var token = (string)System.Text.Json.Nodes.JsonNode.Parse(await back.Content.ReadAsStringAsync())!["token"]!;
        using var signedIn = host.Client(new("zoe", token));
        await signedIn.JsonAsync("me");
    }

    [Fact]
    public async Task Train_TheLeaseIsOfAClockThatWasAhead_NobodyWaitsForThatTime()
    {
        var clock = new TestClock();
        await using var host = await FaultHost.StartAsync(SmallCommunity.TrainFast, clock);
        await SmallCommunity.ImportAsync(host.Services.GetRequiredService<SnapshotStore>(), firstFilm: 1);
        var retrain = host.Services.GetRequiredService<RetrainModels>();
        clock.Jump(s_day);
        Assert.NotNull(await retrain.BeginAsync(isForced: false)); // and its process dies
        Assert.NotNull(await retrain.RunningAsync());

        clock.Jump(-s_day);

        Assert.Null(await retrain.RunningAsync());
        var run = await retrain.RunAsync();
        Assert.Equal(RunOutcome.Promoted, run!.Outcome);
    }
}
