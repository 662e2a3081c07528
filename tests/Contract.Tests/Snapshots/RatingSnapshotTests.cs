using Matinee.Core.Training;
using Matinee.Engine.Files;

namespace Matinee.Contract.Tests.Snapshots;

public sealed class RatingSnapshotTests
{
    static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Build_HandWorkedChanges_KeepsTheLatestOfEach()
    {
        var snapshot = Build(
            RatingSnapshot.Empty,
            new("ann", 7, 3.5, s_start.AddHours(1), 1),
            new("bob", 7, 5, s_start.AddHours(2), 1),
            new("ann", 3, 0.5, s_start.AddHours(3), 1),
            new("ann", 7, 4, s_start.AddHours(4), 2),
            new("bob", 9, 2, s_start.AddHours(5), 1),
            new("bob", 7, null, s_start.AddHours(6), 2));
        Assert.Equal(
            [
                new("ann", 3, 0.5, s_start.AddHours(3), 1),
                new("ann", 7, 4, s_start.AddHours(4), 2),
                new("bob", 9, 2, s_start.AddHours(5), 1),
            ],
            snapshot.All());
        Assert.Equal(3, snapshot.Count);
        Assert.Equal((0, 1, -1), (snapshot.Users.NumberOf("ann"), snapshot.Users.NumberOf("bob"), snapshot.Users.NumberOf("cid")));

        var interactions = snapshot.ToInteractions();
        Assert.Equal([3, 7, 9], interactions.Items.Ids.ToArray());
        Assert.Equal([0, 1], interactions.Users.Ids.ToArray());
        Assert.Equal(
            [(0, 3, 0.5f), (0, 7, 4f), (1, 9, 2f)],
            interactions.All().Select(rating => (rating.User, rating.Item, rating.Stars)));
        Assert.Equal((uint)s_start.AddHours(5).ToUnixTimeSeconds(), interactions.LatestTime);
    }

    [Fact]
    public void Build_RepeatedOldVersionAfterARemoval_DoesNotBringItBack()
    {
        var removed = Build(RatingSnapshot.Empty, new("ann", 7, 3, s_start, 1), new("ann", 7, null, s_start.AddHours(1), 2));
        Assert.Empty(removed.All());
        Assert.Empty(Build(removed, new RatingUpdate("ann", 7, 3, s_start, 1)).All());
        Assert.Single(Build(removed, new RatingUpdate("ann", 7, 3, s_start.AddHours(2), 3)).All());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Build_AnyOrderAnyRepeatsAnyParts_GivesTheSame(int seed)
    {
        var random = new Random(seed);
        var updates = new List<RatingUpdate>();
        for (var i = 0; i < 600; i++)
        {
            // Few keys and versions, so that versions meet, even the same version with two contents.
            double? stars = random.Next(4) == 0 ? null : random.Next(1, 11) / 2.0;
            updates.Add(new($"user-{random.Next(6)}", random.Next(8), stars, s_start.AddSeconds(random.Next(3)), random.Next(1, 6)));
        }

        var expected = updates
            .GroupBy(update => (update.UserId, update.MovieId))
            .Select(states => states.OrderBy(state => state.Version).ThenBy(state => state.RatedAt).ThenByDescending(state => state.Stars ?? 0).Last())
            .Where(state => state.Stars is not null)
            .ToHashSet();
        for (var round = 0; round < 20; round++)
        {
            var shuffled = updates.Concat(updates.Where(_ => random.Next(3) == 0)).ToArray();
            random.Shuffle(shuffled);
            var snapshot = RatingSnapshot.Empty;
            foreach (var part in shuffled.Chunk(random.Next(1, shuffled.Length))) snapshot = Build(snapshot, part);
            Assert.Equal(expected, snapshot.All().ToHashSet());
        }
    }

    [Fact]
    public void Build_MoreChangesThanWaitAtOnce_EqualsADictionary()
    {
        var random = new Random(1);
        var expected = new Dictionary<(string, int), RatingUpdate>();
        var start = Build(RatingSnapshot.Empty, Enumerable.Range(0, 1000).Select(Next).ToArray());
        var before = start.All().ToList();
        var builder = new RatingSnapshotBuilder(start);
        for (var i = 1000; i < 700_000; i++) builder.Add(Next(i));
        var snapshot = builder.Build(null, s_start.AddDays(9), s_start);

        Assert.Equal(expected.Values.Where(state => state.Stars is not null).ToHashSet(), snapshot.All().ToHashSet());
        Assert.Equal(snapshot.Count, snapshot.All().Count());
        var order = snapshot.All().Select(rating => ((long)snapshot.Users.NumberOf(rating.UserId) << 32) + rating.MovieId).ToList();
        Assert.Equal(order.Order(), order);
        Assert.Equal(before, start.All());
        Assert.Throws<ObjectDisposedException>(() => builder.Add(before[0]));

        RatingUpdate Next(int version)
        {
            // More and more users, each rating anywhere.
            var update = new RatingUpdate(
                $"user-{random.Next(100 + version / 500)}",
                random.Next(500),
                random.Next(5) == 0 ? null : random.Next(1, 11) / 2.0,
                s_start.AddSeconds(version),
                version);
            expected[(update.UserId, update.MovieId)] = update;
            return update;
        }
    }

    [Fact]
    public void Build_LaterChanges_KeepTheUsersNumbers()
    {
        var first = Build(RatingSnapshot.Empty, new("zoe", 1, 3, s_start, 1), new("ann", 1, 3, s_start, 1));
        var second = Build(first, new("bob", 1, 3, s_start, 1), new("ann", 2, 3, s_start, 1), new("zoe", 1, 4, s_start, 2));
        Assert.Equal(["zoe", "ann", "bob"], Enumerable.Range(0, 3).Select(number => second.Users[number]));
        Assert.Equal((0, 1, 2), (second.Users.NumberOf("zoe"), second.Users.NumberOf("ann"), second.Users.NumberOf("bob")));
    }

    [Fact]
    public void Build_UserWithNothingLeft_IsForgottenWithTheLastTombstone()
    {
        var first = Build(RatingSnapshot.Empty, new("ann", 1, 3, s_start, 1), new("bob", 1, 3, s_start, 1));
        var removed = Build(first, new RatingUpdate("ann", 1, null, s_start.AddDays(1), 2));
        Assert.Equal(0, removed.Users.NumberOf("ann"));

        var builder = new RatingSnapshotBuilder(removed);
        var forgotten = builder.Build(null, s_start.AddDays(9), forgetBefore: s_start.AddDays(2));
        Assert.Equal((-1, 1), (forgotten.Users.NumberOf("ann"), forgotten.Users.NumberOf("bob")));
        Assert.Null(forgotten.Users[0]);
        Assert.Equal(-1, Reload(forgotten).Users.NumberOf("ann"));

        // Should she come back, she is somebody new.
        var back = Build(forgotten, new RatingUpdate("ann", 1, 3, s_start.AddDays(10), 3));
        Assert.Equal(2, back.Users.NumberOf("ann"));
        Assert.Equal([1, 2], back.ToInteractions().Users.Ids.ToArray());
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var builder = new RatingSnapshotBuilder(RatingSnapshot.Empty);
        builder.Add(new("ann", 7, 3.5, s_start, 1_790_000_000_123));
        builder.Add(new("bjørn-\u4f60", int.MaxValue, 5, s_start.AddHours(2), long.MaxValue));
        builder.Add(new("cid", 0, null, s_start.AddHours(3), 2));
        var snapshot = builder.Build("{\"opaque\": \"✓\"}", s_start.AddTicks(1), s_start);
        var read = Reload(snapshot);
        Assert.Equal(snapshot.All(), read.All());
        Assert.Equal((snapshot.Count, snapshot.Continuation, snapshot.Taken), (read.Count, read.Continuation, read.Taken));
        Assert.Equal(2, read.Users.NumberOf("cid"));
        // The tombstone came along.
        Assert.Equal(2, Build(read, new RatingUpdate("cid", 0, 4, s_start, 1)).Count);
        Assert.Null(Reload(RatingSnapshot.Empty).Continuation);
        Assert.Empty(Reload(RatingSnapshot.Empty).All());
    }

    [Fact]
    public void Add_WrongChange_NamesItAndLeavesTheBuilderAsItWas()
    {
        var builder = new RatingSnapshotBuilder(RatingSnapshot.Empty);
        builder.Add(new("ann", 1, 3, s_start, 1));
        foreach (var (wrong, said) in new (RatingUpdate, string)[]
        {
            (new("ann", 1, 3.3, s_start, 2), "3.3 stars"),
            (new("ann", 1, 0, s_start, 2), "0 stars"),
            (new("ann", 1, 5.5, s_start, 2), "5.5 stars"),
            (new("ann", 1, double.NaN, s_start, 2), "NaN stars"),
            (new("ann", -1, 3, s_start, 2), "movie id -1"),
            (new("ann", 1, 3, s_start, -2), "version -2"),
            (new("ann", 1, 3, DateTimeOffset.UnixEpoch.AddDays(-1), 2), "1969"),
            (new("", 1, 3, s_start, 2), "no user"),
        })
            Assert.Contains(said, Assert.Throws<ArgumentException>(() => builder.Add(wrong)).Message, StringComparison.Ordinal);

        Assert.Equal(new("ann", 1, 3, s_start, 1), Assert.Single(builder.Build(null, s_start, s_start).All()));
    }

    [Fact]
    public void Read_AnotherKindOfFile_IsRefused()
    {
        using var stream = new MemoryStream();
        new ModelFileWriter("popularity").WriteTo(stream);
        stream.Position = 0;
        var error = Assert.Throws<ModelFileException>(() => RatingSnapshotFile.Read(ModelFile.Read(stream)));
        Assert.Contains("'popularity'", error.Message, StringComparison.Ordinal);
    }

    static RatingSnapshot Build(RatingSnapshot start, params ReadOnlySpan<RatingUpdate> updates)
    {
        var builder = new RatingSnapshotBuilder(start);
        foreach (var update in updates) builder.Add(update);
        return builder.Build(null, s_start.AddDays(1), s_start);
    }

    static RatingSnapshot Reload(RatingSnapshot snapshot)
    {
        using var stream = new MemoryStream();
        RatingSnapshotFile.Write(snapshot).WriteTo(stream);
        stream.Position = 0;
        return RatingSnapshotFile.Read(ModelFile.Read(stream));
    }
}
