using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Models;

// Training: the same on any number of threads, stoppable, and telling how far it is.
public abstract partial class ModelContract
{
    [Fact]
    public void Fit_AnyNumberOfThreads_GivesTheSameBytes()
    {
        var expected = Saved(FitOn(1, seed: 7));

        AssertSameBytes(expected, Saved(FitOn(2, seed: 7)), "Two threads instead of one");
        AssertSameBytes(expected, Saved(FitOn(5, seed: 7)), "Five threads instead of one");
        AssertSameBytes(expected, Saved(FitOn(2, seed: 7)), "A second run on two threads");
    }

    [Fact]
    public void Fit_SameTrainerTwice_GivesTheSameBytes()
    {
        var trainer = Trainer;
        var run = new TrainingRun { Threads = 2 };
        var first = Saved(trainer.Fit(Community, run));

        trainer.Fit(Blocks, run);

        AssertSameBytes(first, Saved(trainer.Fit(Community, run)), "The same trainer after fitting other ratings");
    }

    [Fact]
    public void Fit_AlreadyCancelled_Throws()
    {
        var run = new TrainingRun { Threads = 2, Cancellation = new(canceled: true) };

        Assert.ThrowsAny<OperationCanceledException>(() => Trainer.Fit(Community, run));
    }

    [Fact]
    public void Fit_Progress_GrowsWithinEachStageAndEndsAtOne()
    {
        var reports = new Recorder();

        Trainer.Fit(Community, new TrainingRun { Threads = 2, Progress = reports });

        Assert.True(reports.Heard.Count >= 2, $"Only {reports.Heard.Count} reports of progress came.");
        Assert.Equal(1, reports.Heard[^1].Fraction);
        Assert.All(reports.Heard, report => Assert.InRange(report.Fraction, 0, 1));
        Assert.All(reports.Heard, report => Assert.False(string.IsNullOrWhiteSpace(report.Stage), "A stage has no name."));
        foreach (var (before, after) in reports.Heard.Zip(reports.Heard.Skip(1)))
        {
            Assert.True(
                before.Stage != after.Stage || before.Fraction <= after.Fraction,
                $"'{after.Stage}' fell from {before.Fraction} to {after.Fraction}.");
        }
    }

    IModel FitOn(int threads, ulong seed) => Trainer.Fit(Community, new TrainingRun { Threads = threads, Seed = seed });

    /// <summary>Hears reports at once, on the thread that makes them; Progress would post them to later.</summary>
    sealed class Recorder : IProgress<TrainingProgress>
    {
        readonly Lock _lock = new();

        public List<TrainingProgress> Heard { get; } = [];

        public void Report(TrainingProgress value)
        {
            lock (_lock) Heard.Add(value);
        }
    }
}
