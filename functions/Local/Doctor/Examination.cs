using Matinee.Core.Blobs;
using Matinee.Local.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Local.Doctor;

/// <summary>Looks at everything that the system needs, one thing after the other; what is broken stops nothing that does not rest on it.</summary>
sealed class Examination(BackendOptions options, TimeProvider clock)
{
    const string Store = "store";
    const string OfferFolder = "Begin one with: matinee serve";

    // For one check: an account that can't be reached is asked again and again for a while.
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    readonly List<Finding> _findings = [];

    public async Task<Diagnosis> RunAsync(CancellationToken cancellation)
    {
        var machine = new MachineChecks(options);
        await CheckAsync("settings", _ => Task.FromResult(machine.Settings()), cancellation);
        await CheckAsync("data folder", _ => Task.FromResult(machine.Folder()), cancellation);
        await CheckAsync("disk", _ => Task.FromResult(machine.Disk()), cancellation);
        await CheckAsync("node", MachineChecks.NodeAsync, cancellation);
        var isFolder = Directory.Exists(options.Data);
        using var backend = options.Cosmos is null && !isFolder ? NotYet() : await OpenAsync(cancellation);
        if (backend is not null) await ExamineAsync(new StoreChecks(backend.Stores, backend.Snapshots), cancellation);
        if (options.Storage is not null || isFolder) await ExamineBlobsAsync(backend?.Blobs, cancellation);
        return Diagnosis.Of(_findings);
    }

    async Task ExamineAsync(StoreChecks store, CancellationToken cancellation)
    {
        await CheckAsync(Store, store.ReachAsync, cancellation);
        if (_findings[^1].Level == FindingLevel.Broken) return;
        await CheckAsync("schema", store.SchemaAsync, cancellation);
        await CheckAsync("ratings feed", store.FeedAsync, cancellation);
        await CheckAsync("poison", store.PoisonAsync, cancellation);
        await CheckAsync("snapshot", store.SnapshotAsync, cancellation);
    }

    async Task ExamineBlobsAsync(IBlobs? opened, CancellationToken cancellation)
    {
        IBlobs? blobs = opened;
        await CheckAsync("blobs", async stop => await BlobChecks.ProbeAsync(blobs ??= await Backend.OpenBlobsAsync(options, stop), stop), cancellation);
        if (blobs is not null) await CheckAsync("model", stop => BlobChecks.ModelAsync(blobs, clock, stop), cancellation);
    }

    Backend? NotYet()
    {
        _findings.Add(new(Store, FindingLevel.Note, $"There is no data folder {options.Data} yet.", OfferFolder));
        return null;
    }

    async Task<Backend?> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await Backend.OpenAsync(options, clock, NullLoggerFactory.Instance, cancellation);
        }
        catch (LocalException error)
        {
            _findings.Add(new(Store, FindingLevel.Broken, error.Message, $"If it is damaged: matinee cosmos repair --data {Path.Combine(options.Data, "cosmos")}"));
            return null;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            _findings.Add(new(Store, FindingLevel.Broken, ErrorText.Of(error), "See that the account is there, and that you may use it."));
            return null;
        }
    }

    async Task CheckAsync(string name, Func<CancellationToken, Task<Finding>> check, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(s_patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            _findings.Add((await check(both.Token)) with { Check = name });
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _findings.Add(new(name, FindingLevel.Broken, $"It did not answer within {s_patience.TotalSeconds:0} s.", "See that it is there and can be reached from here."));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever a check stumbles on is what it was looking for.
            _findings.Add(new(name, FindingLevel.Broken, ErrorText.Of(error), "Mend what it names, and look again."));
        }
    }
}
