using System.Text.Json;
using Matinee.Core.Blobs;
using Matinee.Core.Models;

namespace Matinee.Core.Training.Runs;

/// <summary>The retrainings, each as models/runs/{id}.json.</summary>
public sealed class RunHistory(IBlobs blobs)
{
    const string Root = "models/runs/";
    const string Extension = ".json";

    /// <summary>The latest runs, the latest first.</summary>
    public async Task<IReadOnlyList<RunRecord>> LatestAsync(int count, CancellationToken cancellation = default)
    {
        var records = new List<RunRecord>();
        foreach (var id in (await IdsAsync(cancellation).ConfigureAwait(false)).Take(count))
        {
            if (await FindAsync(id, cancellation).ConfigureAwait(false) is { } record) records.Add(record);
        }

        return records;
    }

    /// <summary>One run, or null.</summary>
    public async Task<RunRecord?> FindAsync(string id, CancellationToken cancellation = default)
    {
        if (StampedName.TimeOf(id) is null) return null;
        var read = await blobs.ReadAsync(NameOf(id), null, cancellation).ConfigureAwait(false);
        return read == BlobRead.Missing ? null : StoredJson.Read(NameOf(id), read.Content, RunJson.Default.RunRecord) with { Tag = read.Tag };
    }

    /// <summary>Writes a run for the first time, or in the place of the same state as it was read or written.</summary>
    internal async Task<RunRecord> SaveAsync(RunRecord record, CancellationToken cancellation)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(record, RunJson.Default.RunRecord);
        return record with { Tag = await blobs.WriteAsync(NameOf(record.Id), content, record.Tag, cancellation).ConfigureAwait(false) };
    }

    /// <summary>Writes how the run ended, over whatever was written of it meanwhile: who has done it knows best.</summary>
    internal async Task<RunRecord> SaveLastAsync(RunRecord record, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await SaveAsync(record, cancellation).ConfigureAwait(false);
            }
            catch (BlobConflictException)
            {
                // The next run took this one for dead, or has forgotten it.
                record = record with { Tag = (await FindAsync(record.Id, cancellation).ConfigureAwait(false))?.Tag };
            }
        }
    }

    /// <summary>Says of runs that never ended that they did, and forgets the oldest. Only who holds the lease may do this.</summary>
    internal async Task TidyAsync(string own, int keep, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = await IdsAsync(cancellation).ConfigureAwait(false);
        foreach (var id in ids.Take(keep))
        {
            if (id == own || await FindAsync(id, cancellation).ConfigureAwait(false) is not { Outcome: RunOutcome.Running } dead) continue;
            await SaveAsync(dead with { Outcome = RunOutcome.Interrupted, Ended = now, Why = "It gave no sign of life any more." }, cancellation).ConfigureAwait(false);
        }

        foreach (var id in ids.Skip(keep)) await blobs.DeleteAsync(NameOf(id), cancellation).ConfigureAwait(false);
    }

    static string NameOf(string id) => Root + id + Extension;

    async Task<List<string>> IdsAsync(CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var blob in blobs.ListAsync(Root, cancellation).ConfigureAwait(false))
        {
            if (blob.Name.EndsWith(Extension, StringComparison.Ordinal)) ids.Add(blob.Name[Root.Length..^Extension.Length]);
        }

        ids.Reverse();
        return ids;
    }
}
