using Matinee.Local.CosmosGateway;
using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Contract.Tests.Gateway.Storage;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task WhenDurable_ManyWhileOneFlushes_ShareTheNextFlush()
    {
        var flushes = 0;
        using var gate = new SemaphoreSlim(0);
        var commit = new GroupCommit(() => { Interlocked.Increment(ref flushes); gate.Wait(); }, CommitMode.Durable);
        commit.Written(1, 10);
        var first = commit.WhenDurable(1);
        var others = Enumerable.Range(2, 50).Select(lsn =>
        {
            commit.Written(lsn, lsn * 10);
            return commit.WhenDurable(lsn);
        }).ToList();

        Assert.False(first.IsCompleted);
        gate.Release();
        await first;
        Assert.DoesNotContain(others, other => other.IsCompleted);
        Assert.Equal(10, commit.DurableTo);
        gate.Release();
        await Task.WhenAll(others);
        commit.Drain();

        Assert.Equal(2, flushes);
        Assert.Equal(510, commit.DurableTo);
        Assert.True(commit.WhenDurable(51).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WhenDurable_ManyThreads_NeverEndsBeforeItsFlush()
    {
        long written = 0, flushed = 0;
        var order = new Lock();
        var commit = new GroupCommit(() => Volatile.Write(ref flushed, Volatile.Read(ref written)), CommitMode.Durable);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 2000; i++)
            {
                long mine;
                lock (order)
                {
                    mine = ++written;
                    commit.Written(mine, mine);
                }

                await commit.WhenDurable(mine);
                Assert.True(Volatile.Read(ref flushed) >= mine);
            }
        })));
    }

    [Fact]
    public async Task WhenDurable_FlushFails_TellsAllAndRefusesWhatComes()
    {
        var commit = new GroupCommit(() => throw new IOException("no space"), CommitMode.Durable);
        commit.Written(1, 1);

        var error = await Assert.ThrowsAsync<GatewayException>(() => commit.WhenDurable(1));

        Assert.Contains("no space", error.Message, StringComparison.Ordinal);
        Assert.Throws<GatewayException>(commit.ThrowIfBroken);
        await Assert.ThrowsAsync<GatewayException>(() => commit.WhenDurable(1));
    }

    [Fact]
    public void WhenDurable_Importing_DoesNotWait()
    {
        using var gate = new SemaphoreSlim(0);
        var commit = new GroupCommit(gate.Wait, CommitMode.Import);

        commit.Written(1, 1);

        Assert.True(commit.WhenDurable(1).IsCompletedSuccessfully);
        gate.Release();
        commit.Drain();
        Assert.Equal(1, commit.DurableTo);
    }
}
