namespace Matinee.Core.Accounts;

/// <summary>The devices that are signed in.</summary>
public interface ISessions
{
    /// <summary>One session, or null if there is none or its time is over.</summary>
    Task<Session?> FindAsync(string userId, string sessionId, CancellationToken cancellation = default);

    /// <summary>Adds a session, or puts it in the place of the same one.</summary>
    Task SaveAsync(Session session, CancellationToken cancellation = default);

    /// <summary>Changes a session, unless it has been ended: then it stays ended, and the answer is false.</summary>
    Task<bool> RenewAsync(Session session, CancellationToken cancellation = default);

    /// <summary>All sessions of a user, the latest first.</summary>
    Task<IReadOnlyList<Session>> AllAsync(string userId, CancellationToken cancellation = default);

    /// <summary>Ends a session; false if there was none.</summary>
    Task<bool> RemoveAsync(string userId, string sessionId, CancellationToken cancellation = default);
}
