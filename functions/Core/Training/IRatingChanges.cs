namespace Matinee.Core.Training;

/// <summary>What has changed in the ratings since some time, pulled by whoever wants to know.</summary>
public interface IRatingChanges
{
    /// <summary>Pages until there is nothing more for now. Of each rating the latest state comes at least once.</summary>
    /// <param name="continuation">Where an earlier page ended; null: all there is, from the beginning.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ContinuationRefusedException">It can't go on from there, only from the beginning.</exception>
    IAsyncEnumerable<RatingPage> PullAsync(string? continuation, CancellationToken cancellation = default);
}
