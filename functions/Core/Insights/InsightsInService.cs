using Matinee.Core.Models;
using Matinee.Core.Problems;

namespace Matinee.Core.Insights;

/// <summary>The insights of the model in service, read once for each version.</summary>
public sealed class InsightsInService(IModelStore store, ModelInService model)
{
    volatile Kept? _kept;

    /// <summary>What is published of the model in service.</summary>
    /// <exception cref="ProblemException">No model is in service yet, or nothing was published of it.</exception>
    public async ValueTask<(LoadedModel Model, ModelInsights Insights)> CurrentAsync(CancellationToken cancellation = default)
    {
        var loaded = await model.CurrentAsync(cancellation).ConfigureAwait(false)
            ?? throw new ProblemException(ProblemCode.InsightsNotFound, "No model is in service yet; the first one brings the insights.");
        var kept = _kept;
        if (kept?.Version == loaded.Version) return (loaded, kept.Insights);
        var insights = await store.InsightsAsync(loaded.Version, cancellation).ConfigureAwait(false)
            ?? throw new ProblemException(ProblemCode.InsightsNotFound, $"Nothing was published of model {loaded.Version}; the next one brings the insights.");
        _kept = new(loaded.Version, insights);
        return (loaded, insights);
    }

    sealed record Kept(ModelVersion Version, ModelInsights Insights);
}
