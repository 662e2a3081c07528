namespace Matinee.Core.Recommendations;

/// <summary>Says how a viewer would like films.</summary>
public interface IPredictions
{
    /// <summary>The prediction; null where no model knows the film, or the viewer has told too little.</summary>
    ValueTask<StarPrediction?> ForAsync(string userId, int movieId, CancellationToken cancellation = default);
}
