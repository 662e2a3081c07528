namespace Matinee.Core.Recommendations;

/// <summary>Predicts nothing: what stands in while no model is served.</summary>
public sealed class NoPredictions : IPredictions
{
    /// <inheritdoc/>
    public ValueTask<StarPrediction?> ForAsync(string userId, int movieId, CancellationToken cancellation = default) => default;
}
