using Matinee.Core.Training.Runs;

namespace Matinee.Core.Tests.Training;

public sealed class LeaseTests : IDisposable
{
    static readonly TimeSpan s_life = TimeSpan.FromMinutes(2);

    readonly TrainingWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Run_TwoAtOnce_OneTrains()
    {
        var (first, second) = (_world.Retrain(), _world.Retrain());

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? first : second).RunAsync(isForced: true)));

        // Those that come after the first has ended may train, too; never do two overlap.
        var records = await _world.History.LatestAsync(100);
        Assert.Equal(runs.Count(run => run is not null), records.Count);
        Assert.All(runs, run => Assert.True(run is null or { Outcome: RunOutcome.Promoted }));
    }

    [Fact]
    public async Task Begin_SomebodyTrains_IsRefusedAndSaysWho()
    {
        var turn = await _world.Retrain().BeginAsync(isForced: false);

        Assert.Null(await _world.Retrain().BeginAsync(isForced: false));
        Assert.Null(await _world.Retrain().RunAsync());
        Assert.Equal(turn!.Record.Id, (await _world.Retrain().RunningAsync())!.RunId);
    }

    [Fact]
    public async Task Begin_TheOtherGaveNoSignOfLife_TakesOverAndCallsItInterrupted()
    {
        var dead = await _world.Retrain().BeginAsync(isForced: false);
        _world.Clock.Advance(s_life - TimeSpan.FromSeconds(1));
        Assert.Null(await _world.Retrain().RunAsync());

        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        var run = await _world.Retrain().RunAsync();

        Assert.Equal(RunOutcome.Promoted, run!.Outcome);
        Assert.Equal(RunOutcome.Interrupted, (await _world.History.FindAsync(dead!.Record.Id))!.Outcome);
    }

    [Fact]
    public async Task Run_LeaseIsTakenOverMeanwhile_StopsAndPublishesNothing()
    {
        TrainingTurn? thief = null;
        _world.Options = _world.Options with { Heartbeat = TimeSpan.FromMilliseconds(20) };
        var plan = TrainingWorld.PlanOf(TrainingWorld.Doing("sleeping", run =>
        {
            if (thief is not null) return;
            // The machine sleeps for so long that another one begins; a last heartbeat may get in before it.
            _world.Clock.Advance(s_life);
            Assert.True(SpinWait.SpinUntil(
                () => (thief = _world.Retrain().BeginAsync(isForced: false).GetAwaiter().GetResult()) is not null, TimeSpan.FromSeconds(10)));
            Assert.True(run.Cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)), "The heartbeat notices.");
        }));

        var run = await _world.RunAsync(plan);

        Assert.Equal(RunOutcome.LostLease, run.Outcome);
        Assert.Null((await _world.Models.CurrentAsync())!.Version);
        Assert.Empty(await _world.Models.ListAsync());
        Assert.Equal(thief!.Record.Id, (await _world.Retrain().RunningAsync())!.RunId);
    }

    [Fact]
    public async Task Run_LeaseIsTakenOverBetweenTwoHeartbeats_PromotesNothing()
    {
        TrainingTurn? thief = null;
        var plan = TrainingWorld.PlanOf(TrainingWorld.Doing("sleeping", _ =>
        {
            if (thief is not null) return;
            _world.Clock.Advance(s_life);
            thief = _world.Retrain().BeginAsync(isForced: false).GetAwaiter().GetResult();
        }));

        var run = await _world.RunAsync(plan);

        Assert.Equal(RunOutcome.LostLease, run.Outcome);
        Assert.Null((await _world.Models.CurrentAsync())!.Version);
    }

    [Fact]
    public async Task Run_WorksForLongerThanTheLease_KeepsItByItsHeartbeats()
    {
        _world.Options = _world.Options with { Heartbeat = TimeSpan.FromMilliseconds(10) };
        var plan = TrainingWorld.PlanOf(TrainingWorld.Doing("long", run =>
        {
            for (var i = 0; i < 4; i++)
            {
                var before = Renewed();
                _world.Clock.Advance(s_life * 0.75);
                Assert.True(SpinWait.SpinUntil(() => Renewed() > before, TimeSpan.FromSeconds(10)));
            }

            Assert.False(run.Cancellation.IsCancellationRequested);
        }));

        var run = await _world.RunAsync(plan);

        Assert.True(run.Outcome == RunOutcome.Promoted, run.Why);

        DateTimeOffset Renewed() => _world.Retrain().RunningAsync().GetAwaiter().GetResult()?.Renewed ?? default;
    }

    [Fact]
    public async Task Run_Cancelled_IsWrittenDownAndLetsOthersTrain()
    {
        using var end = new CancellationTokenSource();
        var plan = TrainingWorld.PlanOf(TrainingWorld.Doing("slow", _ => end.Cancel()));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _world.Retrain(plan).RunAsync(cancellation: end.Token));

        var record = Assert.Single(await _world.History.LatestAsync(10));
        Assert.Equal(RunOutcome.Cancelled, record.Outcome);
        Assert.Null((await _world.Models.CurrentAsync())!.Version);
        Assert.Equal(RunOutcome.Promoted, (await _world.RunAsync()).Outcome);
    }

    [Fact]
    public async Task Lease_DocumentOfNoUse_IsTakenOver()
    {
        await _world.Blobs.WriteAsync(TrainingLease.Blob, "torn"u8.ToArray(), null);

        Assert.Equal(RunOutcome.Promoted, (await _world.RunAsync()).Outcome);
    }

    [Fact]
    public async Task Run_WhileItTrains_ShowsHowFarItHasCome()
    {
        _world.Options = _world.Options with { Heartbeat = TimeSpan.FromMilliseconds(10) };
        LeaseDocument? seen = null;
        var plan = TrainingWorld.PlanOf(TrainingWorld.Doing("watched", _ =>
            SpinWait.SpinUntil(() => (seen = _world.Retrain().RunningAsync().GetAwaiter().GetResult()) is { Stage: not "Beginning" }, TimeSpan.FromSeconds(10))));

        await _world.RunAsync(plan);

        Assert.NotNull(seen);
        Assert.NotEqual("Beginning", seen.Stage);
    }
}
