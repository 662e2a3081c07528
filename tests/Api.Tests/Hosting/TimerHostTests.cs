using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Matinee.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Hosting;

/// <summary>The clock of the tests stands at noon of 1 May 2026 until a test moves it; what is timed is the one timer there is, retraining.</summary>
public sealed class TimerHostTests : IDisposable
{
    readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Timer_ItsTimeComes_CallsTheFunctionOnce()
    {
        await using var host = await StartAsync("0 30 12 * * *");
        Assert.Empty(await RunsAsync(host));

        _data.Clock.Advance(TimeSpan.FromMinutes(30));
        await Patience.UntilAsync(async () => await RunsAsync(host) is [{ Ended: not null }], "a run at half past twelve");
        await Task.Delay(600);

        Assert.Single(await RunsAsync(host));
        Assert.Equal(RunOutcome.Skipped, (await RunsAsync(host))[0].Outcome);
    }

    [Fact]
    public async Task Timer_ItsTimeCameWhileNothingRan_IsMadeUpForOnce()
    {
        await (await StartAsync("0 0 3 * * *")).DisposeAsync();
        _data.Clock.Advance(TimeSpan.FromDays(3));

        await using var host = await StartAsync("0 0 3 * * *");

        await Patience.UntilAsync(async () => await RunsAsync(host) is [{ Ended: not null }], "the run that was missed");
        await Task.Delay(600);
        Assert.Single(await RunsAsync(host));
    }

    [Fact]
    public async Task Timer_MissedButSomebodyHasTrainedSince_IsNotMadeUpFor()
    {
        await using (var first = await StartAsync("0 0 3 * * *"))
        {
            _data.Clock.Advance(TimeSpan.FromHours(14));
        }

        // Another machine trained an hour before the deadline that this one missed, and one that had no timer an hour after it.
        await using (var other = await StartAsync("0 0 3 * * *", noTrain: true))
        {
            _data.Clock.Advance(TimeSpan.FromHours(2));
            await SmallCommunity.ImportAsync(other.Services.GetRequiredService<SnapshotStore>());
            Assert.Equal(RunOutcome.Promoted, (await other.Services.GetRequiredService<RetrainModels>().RunAsync())!.Outcome);
        }

        _data.Clock.Advance(TimeSpan.FromHours(1));
        await using var host = await StartAsync("0 0 3 * * *");
        await Task.Delay(800);

        Assert.Single(await RunsAsync(host));
    }

    [Fact]
    public async Task Timer_FirstStartEver_MakesUpForNothing()
    {
        await using var host = await StartAsync("* * * * * *");
        await Task.Delay(600);

        Assert.Empty(await RunsAsync(host));
    }

    [Theory]
    [InlineData("0 3 * * *")]
    [InlineData("every night")]
    public async Task Start_ScheduleOfAnotherForm_SaysWhatIsWrong(string schedule)
    {
        var error = await Assert.ThrowsAsync<LocalException>(() => StartAsync(schedule));

        Assert.Contains(schedule, error.Message, StringComparison.Ordinal);
    }

    Task<LocalHost> StartAsync(string schedule, bool noTrain = false) => _data.StartAsync(
        options => options with { NoTrain = noTrain, Settings = new Dictionary<string, string> { ["TRAINING_SCHEDULE"] = schedule } }, SmallCommunity.TrainFast);

    static Task<IReadOnlyList<RunRecord>> RunsAsync(LocalHost host) => host.Services.GetRequiredService<RunHistory>().LatestAsync(10);
}
