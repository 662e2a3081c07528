using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Accounts;
using Matinee.Core.Stores;

namespace Matinee.Azure.Cosmos;

sealed class CosmosUsers(CosmosTable<UserDocument> table) : IUsers
{
    public async Task<Stored<User>?> FindAsync(string userId, CancellationToken cancellation) =>
        await table.FindAsync(userId, new(userId), cancellation).ConfigureAwait(false) is { } found ? new(found.Value.ToUser(), found.ETag) : null;

    public Task<string> SaveAsync(User user, string? etag, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(user);
        return table.SaveAsync(UserDocument.Of(user), user.Id, new(user.Id), etag, $"The account {user.Id}", cancellation);
    }

    public Task<bool> RemoveAsync(string userId, string? etag, CancellationToken cancellation) =>
        table.RemoveAsync(userId, new(userId), cancellation, etag);
}
