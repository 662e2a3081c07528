using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Accounts;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

sealed class CosmosSessions(CosmosTable<SessionDocument> table, TimeProvider clock) : ISessions
{
    public async Task<Session?> FindAsync(string userId, string sessionId, CancellationToken cancellation)
    {
        var found = await table.FindAsync(sessionId, new(userId), cancellation).ConfigureAwait(false);
        // The store forgets late: its word alone would let a session live on.
        return found is not null && IsAlive(found.Value) ? found.Value.ToSession() : null;
    }

    public Task SaveAsync(Session session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        return table.UpsertAsync(SessionDocument.Of(session, clock.GetUtcNow()), new(session.UserId), cancellation);
    }

    public async Task<bool> RenewAsync(Session session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(session);
        var found = await table.FindAsync(session.Id, new(session.UserId), cancellation).ConfigureAwait(false);
        if (found is null || !IsAlive(found.Value)) return false;
        var document = SessionDocument.Of(session, clock.GetUtcNow());
        // Another request of the device may have renewed it first: that will do.
        return await table.ReplaceAsync(document, session.Id, new(session.UserId), found.ETag, cancellation).ConfigureAwait(false) is not null
            || await FindAsync(session.UserId, session.Id, cancellation).ConfigureAwait(false) is not null;
    }

    public async Task<IReadOnlyList<Session>> AllAsync(string userId, CancellationToken cancellation)
    {
        var found = await table.QueryAsync(new QueryDefinition("SELECT * FROM c"), new(userId), cancellation).ConfigureAwait(false);
        return [.. found.Where(IsAlive).OrderByDescending(static session => session.CreatedAt).Select(static session => session.ToSession())];
    }

    public Task<bool> RemoveAsync(string userId, string sessionId, CancellationToken cancellation) =>
        table.RemoveAsync(sessionId, new(userId), cancellation);

    bool IsAlive(SessionDocument session) => session.ExpiresAt > clock.GetUtcNow();
}
