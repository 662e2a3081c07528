namespace Matinee.Core.Accounts;

/// <summary>
/// Signs devices in and out. Every request reads its session (one point read), so whatever is ended here is ended at once on every
/// instance. A session ends when it was not used for <see cref="IdleTime"/>, and at the latest after <see cref="MaxTime"/>.
/// </summary>
public sealed class Sessions(ISessions store, TimeProvider clock)
{
    /// <summary>The longest name of a device.</summary>
    public const int MaxDeviceLength = 100;

    /// <summary>How long a session lives on without being used.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromDays(30);

    /// <summary>How long a session lives at most.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromDays(365);

    // Not every request is a write; what a device was last used on is known to the day.
    static readonly TimeSpan s_renewAfter = TimeSpan.FromDays(1);

    /// <summary>The session of a token; null for what is no token, and for sessions that are over.</summary>
    public async ValueTask<Session?> FindAsync(string token, CancellationToken cancellation = default)
    {
        if (!SessionTokens.TryReadUserId(token, out var userId)) return null;
        var session = await store.FindAsync(userId, SessionTokens.SessionIdOf(token), cancellation).ConfigureAwait(false);
        if (session is null) return null;
        var now = clock.GetUtcNow();
        if (now - session.UsedAt < s_renewAfter) return session;
        var used = session with { UsedAt = now, ExpiresAt = EndOf(session.CreatedAt, now) };
        // Where it was ended in between, it stays ended.
        return await store.RenewAsync(used, cancellation).ConfigureAwait(false) ? used : null;
    }

    /// <summary>Signs a device in.</summary>
    /// <param name="userId">Whose device.</param>
    /// <param name="device">What the user will know it by.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<StartedSession> StartAsync(string userId, string? device, CancellationToken cancellation = default)
    {
        var (token, now) = (SessionTokens.New(userId), clock.GetUtcNow());
        var session = new Session(userId, SessionTokens.SessionIdOf(token), NameOf(device), now, EndOf(now, now));
        await store.SaveAsync(session, cancellation).ConfigureAwait(false);
        return new(token, session);
    }

    /// <summary>The devices that are signed in, the latest first.</summary>
    public Task<IReadOnlyList<Session>> ListAsync(string userId, CancellationToken cancellation = default) => store.AllAsync(userId, cancellation);

    /// <summary>Signs a device out; false if it was not signed in.</summary>
    public Task<bool> EndAsync(string userId, string sessionId, CancellationToken cancellation = default) =>
        store.RemoveAsync(userId, sessionId, cancellation);

    /// <summary>Signs all devices out but one, if one is named; gives how many.</summary>
    public async Task<int> EndAllAsync(string userId, string? exceptSessionId = null, CancellationToken cancellation = default)
    {
        var ended = 0;
        foreach (var session in await store.AllAsync(userId, cancellation).ConfigureAwait(false))
        {
            if (session.Id == exceptSessionId) continue;
            if (await store.RemoveAsync(userId, session.Id, cancellation).ConfigureAwait(false)) ended++;
        }

        return ended;
    }

    static DateTimeOffset EndOf(DateTimeOffset start, DateTimeOffset lastUse)
    {
        var (idle, latest) = (lastUse + IdleTime, start + MaxTime);
        return idle < latest ? idle : latest;
    }

    // A device's own word, shown to its owner alone: cut to a length, and to one line.
    static string NameOf(string? device)
    {
        var name = new string([.. (device ?? "").Where(static character => !char.IsControl(character)).Take(MaxDeviceLength)]).Trim();
        return name.Length == 0 ? "Unknown device" : name;
    }
}
