namespace Matinee.Core.Profiles;

/// <summary>
/// For each viewer a mark that changes with everything that their recommendations depend on: ratings, shelf, profile, consents. Who has read
/// the viewer under a mark may go on using that for as long as the mark is the same, on whatever instance the change was made.
/// </summary>
public interface IViewerMarks
{
    /// <summary>The viewer's mark; null where nothing was ever marked. One cheap read.</summary>
    Task<string?> FindAsync(string userId, CancellationToken cancellation = default);

    /// <summary>Gives the viewer a new mark: after each change, before it is acknowledged.</summary>
    Task<string> TouchAsync(string userId, CancellationToken cancellation = default);

    /// <summary>Erases the mark.</summary>
    Task RemoveAsync(string userId, CancellationToken cancellation = default);
}
