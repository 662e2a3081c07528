using Matinee.Core.Accounts;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Matinee.Engine.Facts;

namespace Matinee.Core.Recommendations;

/// <summary>Reads what recommending goes by of signed-in viewers, and keeps it for as long as their marks stay the same.</summary>
public sealed class Tastes(IRatings ratings, IShelf shelf, IUsers users, IViewerMarks marks, TimeProvider clock)
{
    /// <summary>How many viewers are kept.</summary>
    public const int Capacity = 10_000;

    /// <summary>
    /// How long a viewer is kept at most: whoever was cut off between a change and its mark has told nobody that the change is done, but it is.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    readonly BoundedCache<string, Kept> _kept = new(Capacity);

    /// <summary>The viewer's mark now: one cheap read. What was read under it may be used for as long as it is the same.</summary>
    public async ValueTask<string> MarkAsync(string userId, CancellationToken cancellation = default) =>
        await marks.FindAsync(userId, cancellation).ConfigureAwait(false) ?? "";

    /// <summary>The viewer under a mark, which must have been read before.</summary>
    public async ValueTask<Taste> OfAsync(string userId, string mark, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        if (_kept.TryGet(userId, out var kept) && kept.Mark == mark && now - kept.At < Longest) return kept.Taste;
        var (rated, put, user) = (
            ratings.AllAsync(userId, cancellation), shelf.AllAsync(userId, cancellation), users.FindAsync(userId, cancellation));
        await Task.WhenAll(rated, put, user).ConfigureAwait(false);
        var taste = TasteOf(await rated.ConfigureAwait(false), await put.ConfigureAwait(false), (await user.ConfigureAwait(false))?.Value, now);
        _kept.Set(userId, new(mark, now, taste));
        return taste;
    }

    /// <summary>The viewer as of now.</summary>
    public async ValueTask<Taste> OfAsync(string userId, CancellationToken cancellation = default) =>
        await OfAsync(userId, await MarkAsync(userId, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    /// <summary>Forgets what was read of a viewer.</summary>
    public void Forget(string userId) => _kept.Remove(userId);

    static Taste TasteOf(IReadOnlyList<RatedMovie> rated, IReadOnlyList<ShelfEntry> put, User? user, DateTimeOffset now) => new()
    {
        Ratings = rated,
        PutAside = [.. put.Where(entry => entry.Kind is ShelfKind.Seen or ShelfKind.NotInterested).Select(entry => entry.MovieId).Distinct()],
        FavouriteGenres = user?.Profile.FavouriteGenres ?? [],
        WantsPortrait = user?.Allows(ConsentPurpose.ProfileForPortraits) == true,
        Person = user?.Allows(ConsentPurpose.ProfileForPortraits) == true ? ProfileFacts.Of(user.Profile, now) : PersonFacts.Unknown,
    };

    sealed record Kept(string Mark, DateTimeOffset At, Taste Taste);
}
