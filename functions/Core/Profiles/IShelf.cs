using Matinee.Core.Stores;

namespace Matinee.Core.Profiles;

/// <summary>The films that users have put aside: a film may be there for several reasons.</summary>
public interface IShelf
{
    /// <summary>Puts a film onto the shelf, or again with another time.</summary>
    Task SaveAsync(ShelfEntry entry, CancellationToken cancellation = default);

    /// <summary>Takes a film off; false if it was not there.</summary>
    Task<bool> RemoveAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation = default);

    /// <summary>One entry, or null.</summary>
    Task<ShelfEntry?> FindAsync(string userId, ShelfKind kind, int movieId, CancellationToken cancellation = default);

    /// <summary>The films of one kind, the latest first.</summary>
    Task<Page<ShelfEntry>> ListAsync(string userId, ShelfKind kind, PageRequest page, CancellationToken cancellation = default);

    /// <summary>All of a user's shelf.</summary>
    Task<IReadOnlyList<ShelfEntry>> AllAsync(string userId, CancellationToken cancellation = default);
}
