using Matinee.Local.CosmosGateway.Items;
using static Matinee.Contract.Tests.Gateway.Storage.StorageFixture;

namespace Matinee.Contract.Tests.Gateway.Storage;

/// <summary>Thousands of random operations against a dictionary, with restarts, cuts of the journal, compactions and the passing of time.</summary>
public sealed class RandomOperationTests
{
    const int Steps = 1500;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public async Task Container_RandomOperations_IsWhatADictionaryIs(int seed, bool compacting)
    {
        using var fixture = new StorageFixture(compacting ? 2000 : long.MaxValue / 4, ttl: -1);
        fixture.Clock.Freeze();
        var random = new Random(seed);
        var model = ContainerModel.Empty;
        // After each step, so that a cut anywhere has its model. Compaction makes the journal another one.
        var history = new List<(long Length, ContainerModel Model)> { (fixture.Container.JournalLength, model) };
        for (var step = 0; step < Steps; step++)
        {
            model = random.Next(12) == 0 ? Batch(fixture, model, random) : One(fixture, model, random);
            await fixture.Container.WhenCompacted();
            if (fixture.Container.JournalLength < history[^1].Length) history.Clear();
            history.Add((fixture.Container.JournalLength, model));

            if (random.Next(20) == 0) fixture.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 4)));
            if (random.Next(50) == 0) model.AssertIs(fixture.Container, Now(fixture), random);
            if (random.Next(100) == 0) fixture.Reopen();
            if (random.Next(60) == 0) model = Cut(fixture, history, random);
        }

        model.AssertIs(fixture.Container, Now(fixture), random);
        fixture.Reopen();
        model.AssertIs(fixture.Container, Now(fixture), random);
        if (compacting) Assert.True(fixture.Container.JournalLength < 200_000, $"{fixture.Container.JournalLength} bytes were never compacted.");
    }

    static ContainerModel One(StorageFixture fixture, ContainerModel model, Random random)
    {
        var (key, operation, isCurrent) = Draw(fixture, random);
        var (after, status) = model.Execute(operation, key, Now(fixture), isCurrent);

        var outcome = fixture.Container.Execute(operation);

        Assert.Equal(status, outcome.Status);
        return after;
    }

    static ContainerModel Batch(StorageFixture fixture, ContainerModel model, Random random)
    {
        // Conditions name what was there before the batch; they are left to the single operations.
        var drawn = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Draw(fixture, random)).Select(one => (one.Key, Operation: one.Operation with { IfMatch = null })).ToList();
        var (after, statuses) = (model, new List<int>());
        foreach (var (key, operation) in drawn)
        {
            (after, var status) = after.Execute(operation, key, Now(fixture), true);
            statuses.Add(status);
            if (status >= 400) break;
        }

        var outcomes = fixture.Container.Execute(drawn.ConvertAll(one => one.Operation));

        Assert.Equal(statuses, outcomes.Select(outcome => outcome.Status));
        return statuses[^1] >= 400 ? model : after;
    }

    static ((string Pk, string Id) Key, ItemOperation Operation, bool IsCurrent) Draw(StorageFixture fixture, Random random)
    {
        var (pk, id) = (random.Next(4).ToString(), random.Next(12).ToString());
        OperationKind[] kinds = [OperationKind.Create, OperationKind.Upsert, OperationKind.Upsert, OperationKind.Replace, OperationKind.Delete, OperationKind.Read];
        var kind = kinds[random.Next(kinds.Length)];
        var current = fixture.Container.Read(Key(pk, id))?.ETag(fixture.Container.Id);
        var isCurrent = random.Next(3) > 0;
        var needsBody = kind is not (OperationKind.Delete or OperationKind.Read);
        var body = needsBody ? Body(pk, id, new string('v', random.Next(80)), random.Next(6) == 0 ? random.Next(1, 6) : null) : null;
        var operation = new ItemOperation(kind, Key(pk, id)) { Body = body, IfMatch = random.Next(3) > 0 ? null : isCurrent && current is not null ? current : "\"stale\"" };
        return ((pk, id), operation, operation.IfMatch == current && current is not null);
    }

    /// <summary>A crash that loses the end of the journal, from any byte on.</summary>
    static ContainerModel Cut(StorageFixture fixture, List<(long Length, ContainerModel Model)> history, Random random)
    {
        var from = history[Math.Max(0, history.Count - 10)].Length;
        var length = random.NextInt64(from, history[^1].Length + 1);
        fixture.Reopen(() =>
        {
            using var file = File.OpenHandle(fixture.Journal, access: FileAccess.ReadWrite);
            RandomAccess.SetLength(file, length);
        });
        var last = history.FindLastIndex(state => state.Length <= length);
        history.RemoveRange(last + 1, history.Count - last - 1);
        return history[last].Model;
    }

    static long Now(StorageFixture fixture) => fixture.Clock.GetUtcNow().ToUnixTimeSeconds();
}
