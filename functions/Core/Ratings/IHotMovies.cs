using Matinee.Core.Stores;

namespace Matinee.Core.Ratings;

/// <summary>The popular films of each window.</summary>
public interface IHotMovies
{
    /// <summary>Writes a film's figures unless those that are there are of the same or a later revision.</summary>
    Task SaveAsync(HotMovie movie, CancellationToken cancellation = default);

    /// <summary>The hottest films first, films without ratings left out.</summary>
    Task<Page<HotMovie>> ListAsync(HotWindow window, PageRequest page, CancellationToken cancellation = default);

    /// <summary>All rated films of a window, in no order.</summary>
    Task<IReadOnlyList<HotMovie>> AllAsync(HotWindow window, CancellationToken cancellation = default);
}
