using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Training;

public sealed class StepsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Done_FromSeveralThreads_TellsEachPerCentOnceInOrder(int count)
    {
        var heard = new Heard();
        var steps = new Steps(new() { Progress = heard }, "Counting", count);

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ => steps.Done());

        Assert.Equal(0, heard.Fractions[0]);
        Assert.Equal(1, heard.Fractions[^1]);
        Assert.Equal(heard.Fractions.Distinct().Order(), heard.Fractions);
        Assert.InRange(heard.Fractions.Count, 2, 101);
    }

    [Fact]
    public void Steps_NothingToDo_AreDoneAtOnce()
    {
        var heard = new Heard();

        _ = new Steps(new() { Progress = heard }, "Counting", 0);

        Assert.Equal([0, 1], heard.Fractions);
    }

    // No lock of its own: the steps promise one report at a time.
    sealed class Heard : IProgress<TrainingProgress>
    {
        public List<double> Fractions { get; } = [];

        public void Report(TrainingProgress value)
        {
            Thread.SpinWait(5_000); // a slow listener lets the others queue up behind it, in any order
            Fractions.Add(value.Fraction);
        }
    }
}
