using System.Globalization;
using Matinee.Core.Accounts;
using Matinee.Core.Stores;

namespace Matinee.Core.Tests.Accounts;

sealed class MemoryUsers(Steps steps) : IUsers
{
    int _etags;

    public Dictionary<string, Stored<User>> All { get; } = [];

    public Task<Stored<User>?> FindAsync(string userId, CancellationToken cancellation)
    {
        steps.Read("users");
        return Task.FromResult(All.GetValueOrDefault(userId));
    }

    public async Task<string> SaveAsync(User user, string? etag, CancellationToken cancellation)
    {
        await steps.WriteAsync("users");
        if (All.GetValueOrDefault(user.Id)?.ETag != etag) throw new ConflictException("The account");
        return (All[user.Id] = new(user, (++_etags).ToString(CultureInfo.InvariantCulture))).ETag;
    }

    public async Task<bool> RemoveAsync(string userId, string? etag, CancellationToken cancellation)
    {
        await steps.WriteAsync("users");
        return (etag is null || All.GetValueOrDefault(userId)?.ETag == etag) && All.Remove(userId);
    }
}

sealed class MemoryLogins(Steps steps) : ILogins
{
    public Dictionary<string, string> All { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Task<string?> FindAsync(string loginName, CancellationToken cancellation)
    {
        steps.Read("logins");
        return Task.FromResult(All.GetValueOrDefault(loginName));
    }

    public async Task<bool> ClaimAsync(string loginName, string userId, CancellationToken cancellation)
    {
        await steps.WriteAsync("logins");
        return All.TryAdd(loginName, userId) || All[loginName] == userId;
    }

    public async Task<bool> ReleaseAsync(string loginName, string userId, CancellationToken cancellation)
    {
        await steps.WriteAsync("logins");
        return All.GetValueOrDefault(loginName) == userId && All.Remove(loginName);
    }
}

sealed class MemorySessions(Steps steps) : ISessions
{
    public Dictionary<string, Session> All { get; } = [];

    public Task<Session?> FindAsync(string userId, string sessionId, CancellationToken cancellation)
    {
        steps.Read("sessions");
        return Task.FromResult(All.GetValueOrDefault(sessionId) is { } session && session.UserId == userId ? session : null);
    }

    public async Task SaveAsync(Session session, CancellationToken cancellation)
    {
        await steps.WriteAsync("sessions");
        All[session.Id] = session;
    }

    public async Task<bool> RenewAsync(Session session, CancellationToken cancellation)
    {
        await steps.WriteAsync("sessions");
        if (!All.ContainsKey(session.Id)) return false;
        All[session.Id] = session;
        return true;
    }

    public Task<IReadOnlyList<Session>> AllAsync(string userId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Session>>([.. All.Values.Where(session => session.UserId == userId)]);

    public async Task<bool> RemoveAsync(string userId, string sessionId, CancellationToken cancellation)
    {
        await steps.WriteAsync("sessions");
        return All.Remove(sessionId);
    }
}
