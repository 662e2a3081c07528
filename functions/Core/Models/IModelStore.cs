using Matinee.Core.Insights;
using Matinee.Engine.Files;
using Matinee.Engine.Training;

namespace Matinee.Core.Models;

/// <summary>Where trained models are kept: immutable versions, and a pointer to the one in service.</summary>
public interface IModelStore
{
    /// <summary>Stores a model under a version of its own; nobody is served by it until it is promoted.</summary>
    Task<ModelManifest> PublishAsync(
        ModelFileWriter model,
        ModelManifest manifest,
        IProgress<TrainingProgress>? progress = null,
        ModelInsights? insights = null,
        CancellationToken cancellation = default);

    /// <summary>The pointer (<see cref="CurrentModel.None"/> where nothing was promoted yet); null while it is still the known one.</summary>
    Task<CurrentModel?> CurrentAsync(CurrentModel? known = null, CancellationToken cancellation = default);

    /// <summary>Puts a version into service, if what is in service is still what the caller expects.</summary>
    /// <exception cref="ModelConflictException">Somebody else moved the pointer first, or the version is being deleted.</exception>
    /// <exception cref="ModelMissingException">There is no such version.</exception>
    Task<CurrentModel> PromoteAsync(ModelVersion version, CurrentModel expected, CancellationToken cancellation = default);

    /// <summary>Puts the version before the expected one into service again.</summary>
    /// <exception cref="ModelConflictException">Somebody else moved the pointer first.</exception>
    /// <exception cref="ModelMissingException">There is none to go back to.</exception>
    Task<ModelRollback> RollBackAsync(CurrentModel expected, CancellationToken cancellation = default);

    /// <summary>Opens a version's model file, all of it checked.</summary>
    /// <exception cref="ModelMissingException">There is no such version.</exception>
    /// <exception cref="ModelDamagedException">The file is not what was published.</exception>
    Task<ModelFile> OpenAsync(ModelVersion version, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default);

    /// <summary>Reads what a version is.</summary>
    /// <exception cref="ModelMissingException">There is no such version.</exception>
    /// <exception cref="ModelDamagedException">The manifest can't be read.</exception>
    Task<ModelManifest> ManifestAsync(ModelVersion version, CancellationToken cancellation = default);

    /// <summary>Reads what anyone may know of a version; null where nothing was published.</summary>
    /// <exception cref="ModelDamagedException">It can't be read.</exception>
    Task<ModelInsights?> InsightsAsync(ModelVersion version, CancellationToken cancellation = default);

    /// <summary>All versions published to the end, the newest first.</summary>
    Task<IReadOnlyList<ModelVersion>> ListAsync(CancellationToken cancellation = default);

    /// <summary>Deletes a version for good.</summary>
    /// <exception cref="InvalidOperationException">It is in service, or the one to go back to.</exception>
    /// <exception cref="ModelMissingException">There is no such version.</exception>
    Task DeleteAsync(ModelVersion version, CancellationToken cancellation = default);

    /// <summary>Deletes a version for good, even the one to go back to: it holds somebody who is to be in none.</summary>
    /// <exception cref="InvalidOperationException">It is in service.</exception>
    /// <exception cref="ModelMissingException">There is no such version.</exception>
    Task EraseAsync(ModelVersion version, CancellationToken cancellation = default);

    /// <summary>Deletes old versions and what cut uploads left behind; gives the versions deleted.</summary>
    Task<IReadOnlyList<ModelVersion>> PruneAsync(ModelRetention retention, CancellationToken cancellation = default);
}
