using Matinee.Core.Blobs;
using Matinee.Engine.Files;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Keeps the ratings snapshot in blobs and brings it up to date by what has changed.</summary>
public sealed class SnapshotStore(IBlobs blobs, IRatingChanges changes, SnapshotOptions options, TimeProvider clock)
{
    // A pull takes its time, and no tombstone may vanish from the feed before it comes by.
    static readonly TimeSpan s_pullTime = TimeSpan.FromDays(1);
    static readonly TimeSpan s_uploadGrace = TimeSpan.FromDays(1);

    /// <summary>The current snapshot, or null where there is none.</summary>
    /// <exception cref="SnapshotDamagedException">None can be read.</exception>
    public async Task<RatingSnapshot?> OpenAsync(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        (await NewestAsync(await SnapshotIndex.ReadAsync(blobs, cancellation), [], progress, cancellation))?.Snapshot;

    /// <summary>Pulls what has changed since the current snapshot and makes the next one of both; where that can't be, from the beginning.</summary>
    /// <exception cref="SnapshotDamagedException">No stored snapshot can be read.</exception>
    public Task<SnapshotRefresh> RefreshAsync(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        ReplaceAsync(async current =>
        {
            var now = clock.GetUtcNow();
            var why = current is null ? "there was no snapshot yet"
                : now - current.Taken > options.TombstoneLife - s_pullTime ? $"the last snapshot is of {current.Taken:u}, and removed ratings may have vanished from the feed since"
                : null;
            if (why is null)
            {
                try
                {
                    return await PullAsync(current!, null, now, progress, cancellation);
                }
                catch (ContinuationRefusedException refused)
                {
                    why = $"the change feed does not go on from the last snapshot: {refused.Message}";
                }
            }

            return await PullAsync((current ?? RatingSnapshot.Empty).ImportedOnly(cancellation), why, now, progress, cancellation);
        }, progress, cancellation);

    /// <summary>Lays ratings over the current snapshot that no document stands for (version 0), such as a published data set.</summary>
    /// <remarks>They are read again from the start if somebody else replaces the snapshot meanwhile.</remarks>
    public Task<SnapshotRefresh> ImportAsync(
        IEnumerable<RatingUpdate> ratings, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        ReplaceAsync(current => Task.Run(() =>
        {
            var builder = new RatingSnapshotBuilder(current ?? RatingSnapshot.Empty);
            foreach (var rating in ratings) builder.Add(rating with { Version = 0 }, cancellation);
            var taken = current?.Taken ?? clock.GetUtcNow();
            return (builder.Build(current?.Continuation, taken, taken - options.TombstoneLife, cancellation), builder.Changes, (string?)null);
        }, cancellation), progress, cancellation);

    async Task<(RatingSnapshot Next, long Changes, string? Why)> PullAsync(
        RatingSnapshot start, string? why, DateTimeOffset now, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new("Pulling changed ratings", 0));
        var (builder, continuation) = (new RatingSnapshotBuilder(start), start.Continuation);
        await foreach (var page in changes.PullAsync(continuation, cancellation))
        {
            foreach (var update in page.Updates) builder.Add(update, cancellation);
            continuation = page.Continuation;
        }

        progress?.Report(new("Pulling changed ratings", 1));
        return (builder.Build(continuation, now, now - options.TombstoneLife, cancellation), builder.Changes, why);
    }

    async Task<SnapshotRefresh> ReplaceAsync(
        Func<RatingSnapshot?, Task<(RatingSnapshot Next, long Changes, string? Why)>> make, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            var damage = new List<string>();
            var index = await SnapshotIndex.ReadAsync(blobs, cancellation);
            var newest = await NewestAsync(index, damage, progress, cancellation);
            var (next, count, why) = await make(newest?.Snapshot);
            var name = StampedName.New(clock.GetUtcNow());
            await StreamedFile.UploadAsync(blobs, SnapshotIndex.BlobOf(name), RatingSnapshotFile.Write(next), "Saving the ratings", progress, cancellation);
            try
            {
                index = await index.PutFirstAsync(blobs, name, options.Keep, cancellation);
            }
            catch (BlobConflictException)
            {
                // Somebody else was faster: what they added must not be lost, so this one is made anew of theirs.
                await blobs.DeleteAsync(SnapshotIndex.BlobOf(name), cancellation);
                continue;
            }

            await PruneAsync(index, cancellation);
            return new(name, next, count, why, damage);
        }
    }

    async Task<(string Name, RatingSnapshot Snapshot)?> NewestAsync(
        SnapshotIndex index, List<string> damage, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        foreach (var name in index.Snapshots)
        {
            try
            {
                var file = await StreamedFile.OpenAsync(blobs, SnapshotIndex.BlobOf(name), "Loading the ratings", progress, cancellation)
                    ?? throw new ModelFileException("It is missing.");
                return (name, RatingSnapshotFile.Read(file));
            }
            catch (ModelFileException error)
            {
                damage.Add($"{name}: {error.Message}");
            }
        }

        return damage.Count == 0 ? null : throw new SnapshotDamagedException(damage);
    }

    async Task PruneAsync(SnapshotIndex index, CancellationToken cancellation)
    {
        var kept = index.Snapshots.Select(SnapshotIndex.BlobOf).ToHashSet();
        var before = clock.GetUtcNow() - s_uploadGrace;
        await foreach (var blob in blobs.ListAsync(SnapshotIndex.Root, cancellation))
        {
            // A young one may be about to become the current one.
            if (blob.Name.EndsWith(".bin", StringComparison.Ordinal) && !kept.Contains(blob.Name) && blob.Modified < before)
                await blobs.DeleteAsync(blob.Name, cancellation);
        }
    }
}
