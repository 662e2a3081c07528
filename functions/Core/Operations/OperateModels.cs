using Matinee.Core.Models;
using Matinee.Core.Problems;
using Matinee.Core.Training;
using Matinee.Core.Training.Runs;

namespace Matinee.Core.Operations;

/// <summary>What operators do with models by hand.</summary>
public sealed class OperateModels(IModelStore models, RunHistory history, RetrainModels retrain, IEnumerable<IModelChanged> listeners)
{
    const int ShownRuns = 20;

    /// <summary>What there is.</summary>
    public async Task<ModelOverview> LookAsync(CancellationToken cancellation = default)
    {
        var current = (await models.CurrentAsync(null, cancellation).ConfigureAwait(false))!;
        var versions = new List<ModelManifest>();
        foreach (var version in await models.ListAsync(cancellation).ConfigureAwait(false))
        {
            try
            {
                versions.Add(await models.ManifestAsync(version, cancellation).ConfigureAwait(false));
            }
            catch (ModelMissingException)
            {
                // Pruned since it was listed.
            }
        }

        var running = await retrain.RunningAsync(cancellation).ConfigureAwait(false);
        return new(current, versions, running, await history.LatestAsync(ShownRuns, cancellation).ConfigureAwait(false));
    }

    /// <summary>One run.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async Task<RunRecord> RunAsync(string id, CancellationToken cancellation = default) =>
        await history.FindAsync(id, cancellation).ConfigureAwait(false)
        ?? throw new ProblemException(ProblemCode.RunNotFound, "There is no such run, or it was so long ago that it is forgotten. List the models to see the latest.");

    /// <summary>Puts a version into service, or, without one, the version before the one in service.</summary>
    /// <exception cref="ProblemException">There is no such version, or somebody else was faster.</exception>
    public async Task<CurrentModel> ChangeAsync(string? version, CancellationToken cancellation = default)
    {
        var current = (await models.CurrentAsync(null, cancellation).ConfigureAwait(false))!;
        CurrentModel changed;
        try
        {
            changed = version is null
                ? (await models.RollBackAsync(current, cancellation).ConfigureAwait(false)).Current
                : await models.PromoteAsync(Parse(version), current, cancellation).ConfigureAwait(false);
        }
        catch (ModelMissingException error)
        {
            throw new ProblemException(ProblemCode.ModelNotFound, error.Message);
        }
        catch (ModelConflictException error)
        {
            throw new ProblemException(ProblemCode.Conflict, error.Message);
        }

        foreach (var listener in listeners) await listener.TellAsync(cancellation).ConfigureAwait(false);
        return changed;
    }

    static ModelVersion Parse(string version) =>
        ModelVersion.TryParse(version) ?? throw ProblemException.InvalidValue("version", "it is no model version; one looks like 20260131-235959123-8f3a91c2");
}
