using Matinee.Core.Profiles;
using Matinee.Core.Stores;

namespace Matinee.Core.Accounts;

/// <summary>
/// Signs devices in and out. Every request reads the mark of its viewer, which changes when a session of theirs is ended: so a session that was
/// read under the mark still holds, and whatever is ended here is ended at once on every instance. A session ends when it was not used for
/// <see cref="IdleTime"/>, and at the latest after <see cref="MaxTime"/>.
/// </summary>
public sealed class Sessions(ISessions store, IViewerMarks marks, TimeProvider clock)
{
    /// <summary>The longest name of a device.</summary>
    public const int MaxDeviceLength = 100;

    /// <summary>How long a session lives on without being used.</summary>
    public static readonly TimeSpan IdleTime = TimeSpan.FromDays(30);

    /// <summary>How long a session lives at most.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromDays(365);

    /// <summary>How many sessions are kept.</summary>
    public const int Capacity = 20_000;

    /// <summary>
    /// How long a session is kept at most: where ending it was cut off before the mark, nobody was told that it is over, but it is.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // Not every request is a write; what a device was last used on is known to the day.
    static readonly TimeSpan s_renewAfter = TimeSpan.FromDays(1);

    readonly BoundedCache<string, Kept> _kept = new(Capacity);

    /// <summary>Who a token is of; null for what is no token, and for sessions that are over.</summary>
    public async ValueTask<Caller?> FindAsync(string token, CancellationToken cancellation = default)
    {
        if (!SessionTokens.TryReadUserId(token, out var userId)) return null;
        var sessionId = SessionTokens.SessionIdOf(token);
        // Before the session, so that what is kept under the mark is never older than it.
        var mark = await marks.FindAsync(userId, cancellation).ConfigureAwait(false);
        if (KeptUnder(mark, sessionId) is { } kept) return new(kept, mark);
        var found = await store.FindAsync(userId, sessionId, cancellation).ConfigureAwait(false);
        var session = found is null ? null : await RenewedAsync(found, cancellation).ConfigureAwait(false);
        if (session is null)
        {
            _kept.Remove(sessionId);
            return null;
        }

        // Who has no mark may be about to leave, and no mark would tell of it.
        if (mark is not null) _kept.Set(sessionId, new(mark, clock.GetTimestamp(), session));
        return new(session, mark);
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
        marks.ChangeAsync(userId, () => RemoveAsync(userId, sessionId, cancellation));

    /// <summary>Signs all devices out but one, if one is named; gives how many.</summary>
    public Task<int> EndAllAsync(string userId, string? exceptSessionId = null, CancellationToken cancellation = default) =>
        marks.ChangeAsync(userId, () => RemoveAllAsync(userId, exceptSessionId, cancellation));

    /// <summary>Ends all sessions of somebody whose mark has been erased, which every instance sees; a new one would be a trace of them.</summary>
    public Task<int> EraseAsync(string userId, CancellationToken cancellation = default) => RemoveAllAsync(userId, null, cancellation);

    async Task<int> RemoveAllAsync(string userId, string? exceptSessionId, CancellationToken cancellation)
    {
        var ended = 0;
        foreach (var session in await store.AllAsync(userId, cancellation).ConfigureAwait(false))
        {
            if (session.Id == exceptSessionId) continue;
            if (await RemoveAsync(userId, session.Id, cancellation).ConfigureAwait(false)) ended++;
        }

        return ended;
    }

    Task<bool> RemoveAsync(string userId, string sessionId, CancellationToken cancellation)
    {
        _kept.Remove(sessionId);
        return store.RemoveAsync(userId, sessionId, cancellation);
    }

    Session? KeptUnder(string? mark, string sessionId) =>
        mark is not null && _kept.TryGet(sessionId, out var kept) && kept.Mark == mark && clock.GetElapsedTime(kept.At) < Longest
            && kept.Session.ExpiresAt > clock.GetUtcNow()
            ? kept.Session
            : null;

    async ValueTask<Session?> RenewedAsync(Session session, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now - session.UsedAt < s_renewAfter) return session;
        var used = session with { UsedAt = now, ExpiresAt = EndOf(session.CreatedAt, now) };
        // Where it was ended in between, it stays ended.
        return await store.RenewAsync(used, cancellation).ConfigureAwait(false) ? used : null;
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

    sealed record Kept(string Mark, long At, Session Session);
}
