namespace Matinee.Core.Ratings;

/// <summary>The documents that could not be applied.</summary>
public interface IPoison
{
    /// <summary>Sets a document aside; the same once more changes nothing but its time.</summary>
    Task SaveAsync(PoisonDocument document, CancellationToken cancellation = default);

    /// <summary>Deletes all in which a user is named; gives how many.</summary>
    Task<int> RemoveOfAsync(string userId, CancellationToken cancellation = default);

    /// <summary>The latest of them.</summary>
    Task<IReadOnlyList<PoisonDocument>> LatestAsync(int count, CancellationToken cancellation = default);
}
