namespace Matinee.Core.Recommendations;

/// <summary>Finds films that are like another.</summary>
public interface ISimilarMovies
{
    /// <summary>The ids of the most alike films, the most alike first, without the film itself; none where it knows nothing of the film.</summary>
    ValueTask<IReadOnlyList<int>> ForAsync(int movieId, int count, CancellationToken cancellation = default);
}
