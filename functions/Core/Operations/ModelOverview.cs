using Matinee.Core.Models;
using Matinee.Core.Training.Runs;

namespace Matinee.Core.Operations;

/// <summary>All that operators want to know of models at once.</summary>
/// <param name="Current">The pointer, with its history.</param>
/// <param name="Versions">All versions, the newest first.</param>
/// <param name="Running">Who trains now; null where nobody does.</param>
/// <param name="Runs">The latest runs, the latest first.</param>
public sealed record ModelOverview(CurrentModel Current, IReadOnlyList<ModelManifest> Versions, LeaseDocument? Running, IReadOnlyList<RunRecord> Runs);
