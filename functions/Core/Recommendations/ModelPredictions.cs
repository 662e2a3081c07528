namespace Matinee.Core.Recommendations;

/// <summary>Predictions of the model in service.</summary>
public sealed class ModelPredictions(Spectators spectators) : IPredictions
{
    /// <inheritdoc/>
    public async ValueTask<StarPrediction?> ForAsync(string userId, int movieId, CancellationToken cancellation = default)
    {
        var arrival = await spectators.ArriveAsync(new(userId), cancellation).ConfigureAwait(false);
        var place = arrival.Stage.View.PlaceOf(movieId);
        if (place < 0 || arrival.Stage.StarPlaces?.Items[place] is not >= 0) return null;
        var spectator = await spectators.SeatAsync(arrival, cancellation).ConfigureAwait(false);
        if (spectator.Taste.Ratings.Count == 0) return null;
        return spectator.Predict(place) is { } estimate ? new(estimate.Stars, estimate.Low, estimate.High, arrival.Stage.ModelVersion) : null;
    }
}
