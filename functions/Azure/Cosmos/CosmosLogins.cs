using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Accounts;

namespace Matinee.Azure.Cosmos;

sealed class CosmosLogins(CosmosTable<LoginDocument> table) : ILogins
{
    public async Task<string?> FindAsync(string loginName, CancellationToken cancellation)
    {
        var id = LoginDocument.IdOf(loginName);
        return (await table.FindAsync(id, new(id), cancellation).ConfigureAwait(false))?.Value.UserId;
    }

    public async Task<bool> ClaimAsync(string loginName, string userId, CancellationToken cancellation)
    {
        var document = LoginDocument.Of(loginName, userId);
        return await table.CreateAsync(document, new(document.Id), cancellation).ConfigureAwait(false) is not null
            || await FindAsync(loginName, cancellation).ConfigureAwait(false) == userId;
    }

    public async Task<bool> ReleaseAsync(string loginName, string userId, CancellationToken cancellation)
    {
        var id = LoginDocument.IdOf(loginName);
        var found = await table.FindAsync(id, new(id), cancellation).ConfigureAwait(false);
        return found?.Value.UserId == userId && await table.RemoveAsync(id, new(id), cancellation, found.ETag).ConfigureAwait(false);
    }
}
