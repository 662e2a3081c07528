using Matinee.Core.Stores;

namespace Matinee.Core.Catalog;

/// <summary>The films.</summary>
public interface IMovies
{
    /// <summary>One film, or null.</summary>
    Task<Stored<Movie>?> FindAsync(int movieId, CancellationToken cancellation = default);

    /// <summary>Those of the films that exist, in any order.</summary>
    Task<IReadOnlyList<Movie>> FindAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellation = default);

    /// <summary>Adds films, or puts them in the place of what was there.</summary>
    Task SaveAsync(IReadOnlyCollection<Movie> movies, CancellationToken cancellation = default);

    /// <summary>The next films that have changed since a continuation; null begins with the whole catalogue.</summary>
    Task<Changes<Movie>> ChangesAsync(string? since, CancellationToken cancellation = default);
}
