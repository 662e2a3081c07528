using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Ratings;

/// <summary>Memory is counted for the whole process, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class InteractionsMemoryTests
{
    const int Users = 10_000;
    const int OfEach = 200;
    const int Films = 4001; // a prime: steps through it never meet before they are round
    const int BytesARating = 20;

    [Fact]
    public void Build_TwoMillionRatings_HoldsTwentyBytesARatingAndAllocatesNoMoreThanTwiceThat()
    {
        Fill(new InteractionsBuilder(), Users / 100).Build(); // compiled before anything is counted
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);

        var set = Fill(new InteractionsBuilder(), Users).Build();

        // Everything ever allocated bounds from above what was held at any moment, however lazy the collector is.
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(Users * OfEach, set.Count);
        Assert.InRange((double)held / set.Count, 16, BytesARating);
        Assert.InRange((double)allocated / set.Count, 18, 2 * BytesARating);
        GC.KeepAlive(set);
    }

    [Fact]
    public void Build_HalfDuplicates_HoldsOnlyWhatItKeeps()
    {
        Fill(new InteractionsBuilder(), Users / 100).Build();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var set = Fill(Fill(new InteractionsBuilder(), Users / 2), Users / 2).Build();

        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(Users * OfEach / 2, set.Count);
        Assert.InRange((double)held / set.Count, 16, BytesARating);
        GC.KeepAlive(set);
    }

    static InteractionsBuilder Fill(InteractionsBuilder builder, int users)
    {
        for (var user = 0; user < users; user++)
        {
            for (var i = 0; i < OfEach; i++) builder.Add(new(user * 3, (user * 31 + i * 17) % Films, 1 + i % 9 * 0.5f, 1_000_000_000 + i));
        }

        return builder;
    }
}
