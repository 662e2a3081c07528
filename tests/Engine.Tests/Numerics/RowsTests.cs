using System.Collections.Concurrent;
using System.Diagnostics;
using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Numerics;

public sealed class RowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void ForEach_AnyCount_TakesEveryRowOnce(int threads)
    {
        foreach (var count in new[] { 0, 1, 15, 16, 17, 100, 1000, 12345 })
        {
            var taken = new int[count];

            Rows.ForEach(count, new TrainingRun { Threads = threads }, () => 0, (row, _) => Interlocked.Increment(ref taken[row]));

            Assert.All(taken, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void ForEach_SeveralThreads_GivesEachAScratchOfItsOwn()
    {
        var scratches = new ConcurrentBag<Scratch>();
        using var together = new CountdownEvent(4);

        Rows.ForEach(
            10_000,
            new TrainingRun { Threads = 4 },
            () =>
            {
                // All four are here before any goes on: they really are four threads.
                together.Signal();
                Assert.True(together.Wait(TimeSpan.FromSeconds(30)));
                var own = new Scratch(Environment.CurrentManagedThreadId);
                scratches.Add(own);
                return own;
            },
            (_, own) => Assert.Equal(own.Thread, Environment.CurrentManagedThreadId));

        Assert.Equal(4, scratches.Select(scratch => scratch.Thread).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ForEach_RowFails_ThrowsThatErrorAndBeginsNoMore(int threads)
    {
        var taken = 0;
        var failure = new InvalidDataException("row 40");

        var thrown = Assert.Throws<InvalidDataException>(() => Rows.ForEach(100_000, new TrainingRun { Threads = threads }, () => 0, (row, _) =>
        {
            Interlocked.Increment(ref taken);
            if (row == 40) throw failure;
            Thread.SpinWait(2000);
        }));

        Assert.Same(failure, thrown);
        Assert.InRange(taken, 1, 50_000);
    }

    [Fact]
    public void ForEach_CallersOwnRowFails_ThrowsOnlyWhenNoOtherThreadIsAtWork()
    {
        var (caller, running) = (Environment.CurrentManagedThreadId, 0);
        using var othersAtWork = new ManualResetEventSlim();

        Assert.Throws<InvalidDataException>(() => Rows.ForEach(100_000, new TrainingRun { Threads = 3 }, () => 0, (row, _) =>
        {
            if (Environment.CurrentManagedThreadId == caller)
            {
                Assert.True(othersAtWork.Wait(TimeSpan.FromSeconds(30)));
                throw new InvalidDataException($"row {row}");
            }

            Interlocked.Increment(ref running);
            othersAtWork.Set();
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(5)) Thread.SpinWait(100);
            Interlocked.Decrement(ref running);
        }));

        Assert.Equal(0, Volatile.Read(ref running));
    }

    [Fact]
    public void ForEach_ScratchFails_ThrowsThatError() =>
        Assert.Throws<InvalidDataException>(() =>
            Rows.ForEach<int>(1000, new TrainingRun { Threads = 4 }, () => throw new InvalidDataException("scratch"), (_, _) => { }));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ForEach_Cancelled_StopsSoon(int threads)
    {
        using var source = new CancellationTokenSource();
        var taken = 0;

        Assert.Throws<OperationCanceledException>(() => Rows.ForEach(
            1_000_000,
            new TrainingRun { Threads = threads, Cancellation = source.Token },
            () => 0,
            (_, _) =>
            {
                if (Interlocked.Increment(ref taken) == 500) source.Cancel();
                Thread.SpinWait(100);
            }));

        Assert.InRange(taken, 500, 500_000);
    }

    sealed record Scratch(int Thread);
}
