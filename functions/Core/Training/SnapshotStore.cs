using Matinee.Core.Blobs;
using Matinee.Core.Import;
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
        await NewestAsync(await SnapshotIndex.ReadAsync(blobs, cancellation), [], progress, cancellation);

    /// <summary>Pulls what has changed since the current snapshot and makes the next one of both; where that can't be, from the beginning.</summary>
    /// <exception cref="SnapshotDamagedException">No stored snapshot can be read.</exception>
    public async Task<SnapshotRefresh> RefreshAsync(IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        try
        {
            return await ReplaceAsync(current => PullAsync(current, WhyNotGoOn(current), progress, cancellation), progress, cancellation);
        }
        catch (ContinuationRefusedException refused)
        {
            var why = $"the change feed does not go on from the last snapshot: {refused.Message}";
            return await ReplaceAsync(current => PullAsync(current, why, progress, cancellation), progress, cancellation);
        }
    }

    /// <summary>Lays ratings over the current snapshot that no document stands for (version 0), such as a published data set.</summary>
    /// <remarks>They are read again from the start if somebody else replaces the snapshot meanwhile.</remarks>
    public Task<SnapshotRefresh> ImportAsync(
        IEnumerable<RatingUpdate> ratings, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        ReplaceAsync(current =>
        {
            var (builder, continuation, taken) = (BuilderOf(current), current?.Continuation, current?.Taken ?? clock.GetUtcNow());
            return Task.Run(() =>
            {
                foreach (var rating in ratings) builder.Add(rating with { Version = 0 }, cancellation);
                return new Draft(builder.Build(continuation, taken, taken - options.TombstoneLife, cancellation), builder.Changes, null);
            }, cancellation);
        }, progress, cancellation);

    /// <summary>
    /// Puts the ratings of a source (version 0) in the place of those that it had before; the same once more writes nothing.
    /// </summary>
    /// <remarks>They are read again from the start if somebody else replaces the snapshot meanwhile.</remarks>
    /// <param name="source">The source; its people's ids begin with its name.</param>
    /// <param name="ratings">All its ratings; none takes it out.</param>
    /// <param name="prepare">
    /// Called with the next snapshot, and whether it is the same as the one before, when all ratings were read and nothing is saved yet.
    /// </param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public Task<SnapshotRefresh> ReplaceImportAsync(
        ImportSource source,
        IEnumerable<RatingUpdate> ratings,
        Func<RatingSnapshot, bool, Task> prepare,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReplaceAsync(current => Task.Run(async () =>
        {
            var (continuation, taken) = (current?.Continuation, current?.Taken ?? clock.GetUtcNow());
            var before = (current?.SizeOf(source), current?.HashOf(source));
            var builder = BuilderOf(current);
            builder.DropImported(source, cancellation);
            foreach (var rating in ratings)
            {
                if (!source.Owns(rating.UserId))
                    throw new ArgumentException($"The user '{rating.UserId}' is none of {source}: ids are like {source.UserId("17")}.", nameof(ratings));
                builder.Add(rating with { Version = 0 }, cancellation);
            }

            var next = builder.Build(continuation, taken, taken - options.TombstoneLife, cancellation);
            var isSame = before == (next.SizeOf(source), next.HashOf(source));
            await prepare(next, isSame);
            return new Draft(next, builder.Changes, null) { IsSame = isSame };
        }, cancellation), progress, cancellation);
    }

    // The snapshot was read for this one purpose: its memory is used again.
    static RatingSnapshotBuilder BuilderOf(RatingSnapshot? current) =>
        current is null ? new(RatingSnapshot.Empty) : RatingSnapshotBuilder.Within(current);

    string? WhyNotGoOn(RatingSnapshot? current) =>
        current is null ? "there was no snapshot yet"
        : clock.GetUtcNow() - current.Taken > options.TombstoneLife - s_pullTime
            ? $"the last snapshot is of {current.Taken:u}, and removed ratings may have vanished from the feed since"
            : null;

    Task<Draft> PullAsync(RatingSnapshot? current, string? why, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var builder = BuilderOf(current);
        if (why is not null) builder.KeepImported(cancellation);
        return PullAsync(builder, why is null ? current!.Continuation : null, why, progress, cancellation);
    }

    async Task<Draft> PullAsync(
        RatingSnapshotBuilder builder, string? continuation, string? why, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var (now, takesAway) = (clock.GetUtcNow(), false);
        progress?.Report(new("Pulling changed ratings", 0));
        await foreach (var page in changes.PullAsync(continuation, cancellation))
        {
            foreach (var update in page.Updates)
            {
                builder.Add(update, cancellation);
                takesAway |= update.Stars is null;
            }

            continuation = page.Continuation;
        }

        progress?.Report(new("Pulling changed ratings", 1));
        return new(builder.Build(continuation, now, now - options.TombstoneLife, cancellation), builder.Changes, why) { TakesAway = takesAway || why is not null };
    }

    async Task<SnapshotRefresh> ReplaceAsync(
        Func<RatingSnapshot?, Task<Draft>> make, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            var damage = new List<string>();
            var index = await SnapshotIndex.ReadAsync(blobs, cancellation);
            var next = await make(await NewestAsync(index, damage, progress, cancellation));
            if (next.IsSame && damage.Count == 0) return new(index.Snapshots[0], next.Next, next.Changes, null, damage);
            var name = StampedName.New(clock.GetUtcNow());
            await StreamedFile.UploadAsync(blobs, SnapshotIndex.BlobOf(name), RatingSnapshotFile.Write(next.Next), "Saving the ratings", progress, cancellation);
            try
            {
                // Those before it still hold what was taken away. They may go, for this one is whole: it was read again.
                if (next.TakesAway) await RequireAsync(name, progress, cancellation);
                var before = index.Snapshots;
                index = await index.PutFirstAsync(blobs, name, next.TakesAway ? 1 : options.Keep, cancellation);
                foreach (var gone in next.TakesAway ? before : []) await blobs.DeleteAsync(SnapshotIndex.BlobOf(gone), cancellation);
            }
            catch (BlobConflictException)
            {
                // Somebody else was faster: what they added must not be lost, so this one is made anew of theirs.
                await blobs.DeleteAsync(SnapshotIndex.BlobOf(name), cancellation);
                continue;
            }

            await PruneAsync(index, cancellation);
            return new(name, next.Next, next.Changes, next.Why, damage);
        }
    }

    async Task<RatingSnapshot?> NewestAsync(
        SnapshotIndex index, List<string> damage, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        foreach (var name in index.Snapshots)
        {
            try
            {
                return await RequireAsync(name, progress, cancellation);
            }
            catch (ModelFileException error)
            {
                damage.Add($"{name}: {error.Message}");
            }
        }

        return damage.Count == 0 ? null : throw new SnapshotDamagedException(damage);
    }

    async Task<RatingSnapshot> RequireAsync(string name, IProgress<TrainingProgress>? progress, CancellationToken cancellation) =>
        RatingSnapshotFile.Read(
            await StreamedFile.OpenAsync(blobs, SnapshotIndex.BlobOf(name), "Loading the ratings", progress, cancellation)
            ?? throw new ModelFileException("It is missing."));

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

    sealed record Draft(RatingSnapshot Next, long Changes, string? Why)
    {
        /// <summary>It is what is there already: nothing needs to be written.</summary>
        public bool IsSame { get; init; }

        /// <summary>Ratings are gone that snapshots before it hold.</summary>
        public bool TakesAway { get; init; }
    }
}
