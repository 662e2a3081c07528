using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>The popular films of each window.</summary>
public interface IHotMovies
{
    /// <summary>Writes a film's figures unless those that are there are of the same or a later revision.</summary>
    Task SaveAsync(HotMovie movie, CancellationToken cancellation = default);

    /// <summary>The hottest films first, films without ratings left out.</summary>
    Task<Page<HotMovie>> ListAsync(HotWindow window, PageRequest page, CancellationToken cancellation = default);

    /// <summary>The next figures, of all windows, that have changed since a continuation; null begins with all there are.</summary>
    Task<Changes<HotMovie>> ChangesAsync(string? since, CancellationToken cancellation = default);
}
