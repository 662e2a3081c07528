using System.Text.Json;
using Matinee.Core.Blobs;
using Matinee.Core.Insights;
using Matinee.Engine.Files;
using Matinee.Engine.Training;

namespace Matinee.Core.Models;

/// <summary>Models as blobs: models/{version}/model.bin, insights.json and manifest.json, and models/current.json, which points to one of them.</summary>
public sealed class ModelStore(IBlobs blobs, TimeProvider clock) : IModelStore
{
    readonly ModelPointer _pointer = new(blobs);

    /// <inheritdoc/>
    public async Task<ModelManifest> PublishAsync(
        ModelFileWriter model,
        ModelManifest manifest,
        IProgress<TrainingProgress>? progress = null,
        ModelInsights? insights = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(manifest);
        var version = ModelVersion.New(clock.GetUtcNow());
        var bytes = await StreamedFile.UploadAsync(blobs, ModelPaths.Model(version), model, "Publishing the model", progress, cancellation);
        if (insights is not null)
            await blobs.WriteAsync(ModelPaths.Insights(version), JsonSerializer.SerializeToUtf8Bytes(insights, InsightsJson.Default.ModelInsights), null, cancellation);
        var complete = manifest with { Version = version, Bytes = bytes };
        var content = JsonSerializer.SerializeToUtf8Bytes(complete, ModelJson.Default.ModelManifest);
        await blobs.WriteAsync(ModelPaths.Manifest(version), content, null, cancellation);
        return complete;
    }

    /// <inheritdoc/>
    public Task<CurrentModel?> CurrentAsync(CurrentModel? known = null, CancellationToken cancellation = default) =>
        _pointer.ReadAsync(known, cancellation);

    /// <inheritdoc/>
    public async Task<CurrentModel> PromoteAsync(ModelVersion version, CurrentModel expected, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(expected);
        await ManifestAsync(version, cancellation);
        if (expected.Retired.Contains(version)) throw new ModelConflictException($"Model version {version} is being deleted. Promote another.");
        if (expected.Version != version) return await _pointer.SwingAsync(expected, expected.Promote(version, clock.GetUtcNow()), cancellation);
        return await _pointer.ReadAsync(expected, cancellation) is null ? expected : throw ModelPointer.Moved(expected);
    }

    /// <inheritdoc/>
    public async Task<ModelRollback> RollBackAsync(CurrentModel expected, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(expected);
        var from = expected.Version ?? throw new ModelMissingException("No model was promoted yet: there is nothing to roll back.");
        var there = (await ListAsync(cancellation)).Except(expected.Retired).ToHashSet();
        var earlier = expected.InForce.Skip(1).FirstOrDefault(promotion => there.Contains(promotion.Version))
            ?? throw new ModelMissingException($"No version from before {from} is left to go back to. Promote one of the list instead.");
        var current = await _pointer.SwingAsync(expected, expected.GoBackTo(earlier, clock.GetUtcNow()), cancellation);
        return new(from, earlier.Version, current);
    }

    /// <inheritdoc/>
    public async Task<ModelFile> OpenAsync(
        ModelVersion version, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        var name = ModelPaths.Model(version);
        try
        {
            return await StreamedFile.OpenAsync(blobs, name, "Loading the model", progress, cancellation) ?? throw ModelMissingException.Of(version);
        }
        catch (ModelFileException error)
        {
            throw new ModelDamagedException(name, error);
        }
    }

    /// <inheritdoc/>
    public async Task<ModelManifest> ManifestAsync(ModelVersion version, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        var read = await blobs.ReadAsync(ModelPaths.Manifest(version), null, cancellation);
        if (read == BlobRead.Missing) throw ModelMissingException.Of(version);
        return StoredJson.Read(ModelPaths.Manifest(version), read.Content, ModelJson.Default.ModelManifest);
    }

    /// <inheritdoc/>
    public async Task<ModelInsights?> InsightsAsync(ModelVersion version, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        var read = await blobs.ReadAsync(ModelPaths.Insights(version), null, cancellation);
        return read == BlobRead.Missing ? null : StoredJson.Read(ModelPaths.Insights(version), read.Content, InsightsJson.Default.ModelInsights);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ModelVersion>> ListAsync(CancellationToken cancellation = default) =>
        (await ModelContents.ReadAsync(blobs, cancellation)).Complete;

    /// <inheritdoc/>
    public Task DeleteAsync(ModelVersion version, CancellationToken cancellation = default) => DeleteAsync(
        version, current => current.Holds(version) ? $"Model version {version} is in service or the one to go back to. Promote others first." : null, cancellation);

    /// <inheritdoc/>
    public Task EraseAsync(ModelVersion version, CancellationToken cancellation = default) => DeleteAsync(
        version, current => current.Version == version ? $"Model version {version} is in service. Promote another first." : null, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ModelVersion>> PruneAsync(ModelRetention retention, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(retention);
        var before = clock.GetUtcNow() - retention.Grace;
        var contents = await ModelContents.ReadAsync(blobs, cancellation);
        var old = await RetireAsync(
            contents, current => [.. contents.Complete.Skip(retention.Keep).Where(version => !current.Holds(version))], cancellation);
        foreach (var version in old) await RemoveAsync(version, cancellation);
        foreach (var name in contents.LeftBehind(before)) await blobs.DeleteAsync(name, cancellation);
        await blobs.SweepAsync(before, cancellation);
        return old;
    }

    async Task DeleteAsync(ModelVersion version, Func<CurrentModel, string?> whyNot, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(version);
        var contents = await ModelContents.ReadAsync(blobs, cancellation);
        if (!contents.Complete.Contains(version)) throw ModelMissingException.Of(version);
        await RetireAsync(contents, current => whyNot(current) is { } why ? throw new InvalidOperationException(why) : [version], cancellation);
        await RemoveAsync(version, cancellation);
    }

    /// <summary>Writes into the pointer what will be deleted: from then on nobody can promote it, nor has anybody since it was looked at.</summary>
    async Task<IReadOnlyList<ModelVersion>> RetireAsync(
        ModelContents contents, Func<CurrentModel, IReadOnlyList<ModelVersion>> choose, CancellationToken cancellation)
    {
        while (true)
        {
            var current = (await _pointer.ReadAsync(null, cancellation))!;
            var versions = choose(current);
            if (versions.Count == 0) return versions;
            // Those that an earlier, broken-off deletion left stay retired; those that are gone need not be remembered.
            IReadOnlyList<ModelVersion> retired = [.. current.Retired.Intersect(contents.Complete).Union(versions).Order()];
            try
            {
                await _pointer.SwingAsync(current, current with { Retired = retired }, cancellation);
                return versions;
            }
            catch (ModelConflictException)
            {
                // Somebody promoted meanwhile, perhaps one of these: look again.
            }
        }
    }

    async Task RemoveAsync(ModelVersion version, CancellationToken cancellation)
    {
        // The manifest goes first: what is left of a deletion that broke off is no longer a version.
        await blobs.DeleteAsync(ModelPaths.Manifest(version), cancellation);
        await blobs.DeleteAsync(ModelPaths.Insights(version), cancellation);
        await blobs.DeleteAsync(ModelPaths.Model(version), cancellation);
    }
}
