using Matinee.Core.Training.Runs;

namespace Matinee.Core.Tests.Training;

/// <summary>The process dies before each of the changes that a run makes in the blobs, one after the other.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task Run_DiesBeforeAnyOfItsChanges_TheModelInServiceStaysReadableAndTheNextRunCompletes()
    {
        using var world = new TrainingWorld();
        var before = await world.RunAsync();
        world.Ratings.Rate("sim:1", 3, 0.5);
        world.Blobs.Revive();
        world.Blobs.Before = int.MaxValue;
        await world.RunAsync(isForced: true);
        var changes = world.Blobs.Changes;
        Assert.True(changes > 8, $"{changes} changes.");

        for (var n = 0; n < changes; n++)
        {
            world.Ratings.Rate("sim:1", 3, n % 10 / 2.0 + 0.5);
            var version = (await world.Models.CurrentAsync())!.Version!;
            world.Blobs.Revive();
            world.Blobs.Before = n;
            var run = await Record.ExceptionAsync(() => world.RunAsync());
            world.Blobs.Revive();

            var current = (await world.Models.CurrentAsync())!.Version!;
            Assert.Equal("ials", (await world.ServedAsync()).Lists.Kind);
            // Before the pointer is swung nothing has changed; afterwards the run can't fail any more.
            Assert.Equal(run is not null, current == version);

            // The lease was perhaps not given back; its time runs out.
            world.Clock.Advance(TimeSpan.FromMinutes(3));
            var next = await world.RunAsync();
            Assert.True(next.Outcome == (run is null ? RunOutcome.Skipped : RunOutcome.Promoted), $"After change {n}: {next.Outcome}, {next.Why}");
            Assert.Null(await world.Retrain().RunningAsync());
            Assert.DoesNotContain(await world.History.LatestAsync(100), one => one.Outcome == RunOutcome.Running);
        }

        Assert.NotEqual(before.Version, (await world.Models.CurrentAsync())!.Version);
    }
}
