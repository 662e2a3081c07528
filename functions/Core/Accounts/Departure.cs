using System.Collections.Concurrent;
using Matinee.Core.Problems;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Matinee.Core.Stores;

namespace Matinee.Core.Accounts;

/// <summary>Deletes accounts with all that belongs to them.</summary>
/// <remarks>
/// The account is marked first: from then on nobody can sign in to it, and the deletion only goes forward. It may break off anywhere; it
/// is completed by calling it again from the device that asked for it, whose session goes last, or by signing in with the right password.
/// Ratings become marks of removal (whose, which film, when) that expire by themselves, because the counts of films and the next
/// training must hear that they went. Texts of reviews are taken off the films' pages before the receipt is given.
/// </remarks>
public sealed class Departure(
    IUsers users,
    ILogins logins,
    Sessions sessions,
    IRatings ratings,
    RemoveRating removal,
    RatingsFeed feed,
    IPoison poison,
    IShelf shelf,
    IViewerMarks marks,
    IForget forget,
    TimeProvider clock)
{
    /// <summary>How long after signing in an account may be deleted: a session found open on a device is not enough.</summary>
    public static readonly TimeSpan FreshSignIn = TimeSpan.FromMinutes(15);

    const int AtOnce = 8;
    const int MaxRaces = 20;
    const string Trace = "That this id, which no longer belongs to anybody, had rated a film: no stars, no text, no name.";

    /// <summary>Deletes the account of who is signed in.</summary>
    /// <exception cref="ProblemException">They did not sign in just now.</exception>
    public async Task<DepartureReceipt> LeaveAsync(Session session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var user = (await users.FindAsync(session.UserId, cancellation).ConfigureAwait(false))?.Value;
        if (user is { LeavingAt: null } && clock.GetUtcNow() - session.CreatedAt > FreshSignIn)
        {
            throw new ProblemException(
                ProblemCode.SignInAgain, $"Sign in once more, then delete the account within {FreshSignIn.TotalMinutes:0} minutes with the new session.");
        }

        return await CompleteAsync(session.UserId, session.Id, cancellation).ConfigureAwait(false);
    }

    /// <summary>Deletes an account, or what a broken-off deletion has left of it.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="lastSessionId">The session that can call this again; it goes last.</param>
    /// <param name="cancellation">Breaks off.</param>
    public async Task<DepartureReceipt> CompleteAsync(string userId, string? lastSessionId, CancellationToken cancellation = default)
    {
        var user = await MarkAsync(userId, cancellation).ConfigureAwait(false);
        var erased = new Dictionary<string, int> { ["sessions"] = await sessions.EndAllAsync(userId, lastSessionId, cancellation).ConfigureAwait(false) };
        await forget.ForgetAsync(userId, cancellation).ConfigureAwait(false);
        var (rated, reviewed, shelved) = await EraseAsync(userId, cancellation).ConfigureAwait(false);
        var name = user is not null && await logins.ReleaseAsync(user.LoginName, userId, cancellation).ConfigureAwait(false);
        var account = await users.RemoveAsync(userId, null, cancellation).ConfigureAwait(false);
        // Requests that were let in before their sessions ended may have written behind our back.
        var late = await EraseAsync(userId, cancellation).ConfigureAwait(false);
        (rated, reviewed, shelved) = (rated + late.Ratings, reviewed + late.Reviews, shelved + late.Shelf);
        erased["sessions"] += await sessions.EraseAsync(userId, cancellation).ConfigureAwait(false);
        erased["ratings"] = rated;
        erased["reviews"] = reviewed;
        erased["shelf"] = shelved;
        erased["logins"] = name ? 1 : 0;
        erased["users"] = account ? 1 : 0;
        if (await poison.RemoveOfAsync(userId, cancellation).ConfigureAwait(false) is > 0 and var parked) erased["poison"] = parked;
        var now = clock.GetUtcNow();
        return new(now, erased, rated == 0 ? [] :
        [
            new("ratings", Trace, rated, now.AddSeconds(Tombstones.RatingSeconds)),
            new("reviews", Trace, rated, now.AddSeconds(Tombstones.ReviewSeconds)),
        ]);
    }

    async Task<User?> MarkAsync(string userId, CancellationToken cancellation)
    {
        for (var race = 0; ; race++)
        {
            var found = await users.FindAsync(userId, cancellation).ConfigureAwait(false);
            if (found is null or { Value.LeavingAt: not null }) return found?.Value;
            var marked = found.Value with { LeavingAt = clock.GetUtcNow() };
            try
            {
                await users.SaveAsync(marked, found.ETag, cancellation).ConfigureAwait(false);
                return marked;
            }
            catch (ConflictException) when (race < MaxRaces)
            {
                // The account has just been changed otherwise: mark what it is now.
            }
        }
    }

    async Task<(int Ratings, int Reviews, int Shelf)> EraseAsync(string userId, CancellationToken cancellation)
    {
        var rated = await ratings.AllAsync(userId, cancellation).ConfigureAwait(false);
        var (removed, reviewed) = (0, new ConcurrentBag<RatingChange>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rated, options, async (rating, stop) =>
        {
            var (before, after) = await removal.WriteAsync(userId, rating.MovieId, null, stop).ConfigureAwait(false);
            if (ReferenceEquals(before, after)) return;
            Interlocked.Increment(ref removed);
            if (before!.Value.Review is not null) reviewed.Add(RatingChange.Of(after!.Value));
        }).ConfigureAwait(false);
        // The feed would do it in a moment. But a text that others can read is gone when we say that it is.
        if (!reviewed.IsEmpty) await feed.ApplyAsync([.. reviewed], cancellation).ConfigureAwait(false);
        var entries = await shelf.AllAsync(userId, cancellation).ConfigureAwait(false);
        await Parallel.ForEachAsync(
            entries, options, async (entry, stop) => await shelf.RemoveAsync(userId, entry.Kind, entry.MovieId, stop).ConfigureAwait(false)).ConfigureAwait(false);
        await marks.RemoveAsync(userId, cancellation).ConfigureAwait(false);
        return (removed, reviewed.Count, entries.Count);
    }
}
