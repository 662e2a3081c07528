using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;

namespace Matinee.Core.Recommendations;

/// <summary>Brings viewers before the stage of now.</summary>
public sealed class Spectators(Stages stages, Tastes tastes)
{
    // A folded-in viewer holds the equations that explain their scores: some hundred kilobytes.
    const int Capacity = 256;

    readonly BoundedCache<string, Kept> _kept = new(Capacity);

    /// <summary>The viewer's state now, without reading more than their mark.</summary>
    public async ValueTask<Arrival> ArriveAsync(MarkedViewer viewer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        // In this order: what is read under the mark may be newer than it, never older.
        var mark = viewer.Mark ?? await tastes.MarkAsync(viewer.UserId, cancellation).ConfigureAwait(false);
        return new(viewer.UserId, mark, await stages.CurrentAsync(cancellation).ConfigureAwait(false));
    }

    /// <summary>The viewer, with all their ratings.</summary>
    public async ValueTask<Spectator> SeatAsync(Arrival arrival, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        var taste = await tastes.OfAsync(arrival.UserId, arrival.Mark, cancellation).ConfigureAwait(false);
        if (_kept.TryGet(arrival.UserId, out var kept) && ReferenceEquals(kept.Spectator.Stage, arrival.Stage) && ReferenceEquals(kept.Taste, taste))
            return kept.Spectator;
        var spectator = new Spectator(arrival.Stage, taste);
        _kept.Set(arrival.UserId, new(taste, spectator));
        return spectator;
    }

    /// <summary>The viewer without some of their ratings.</summary>
    public async ValueTask<Spectator> SeatAsync(Arrival arrival, IReadOnlyList<int> notBecauseOf, CancellationToken cancellation = default)
    {
        ListRequest.CheckUnheard(notBecauseOf);
        var spectator = await SeatAsync(arrival, cancellation).ConfigureAwait(false);
        return notBecauseOf.Count == 0 ? spectator : new(arrival.Stage, spectator.Taste.NotBecauseOf(notBecauseOf));
    }

    /// <summary>Somebody of whom only some ratings are known; nothing of it is kept.</summary>
    public async ValueTask<Spectator> SeatAsync(IReadOnlyList<RatedMovie> ratings, IReadOnlyList<int> notBecauseOf, CancellationToken cancellation = default) =>
        new(await stages.CurrentAsync(cancellation).ConfigureAwait(false), new Taste { Ratings = ratings }.NotBecauseOf(notBecauseOf));

    /// <summary>Forgets a viewer.</summary>
    public void Forget(string userId)
    {
        _kept.Remove(userId);
        tastes.Forget(userId);
    }

    sealed record Kept(Taste Taste, Spectator Spectator);
}

/// <summary>A signed-in viewer, and the state they and the stage are in.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Mark">The viewer's mark.</param>
/// <param name="Stage">The stage.</param>
public sealed record Arrival(string UserId, string Mark, Stage Stage)
{
    /// <summary>A name for an answer to this viewer in this state.</summary>
    internal string TagOf(params ReadOnlySpan<object?> asked) => ListText.NameOf([UserId, Mark, Stage.Name, .. asked]);
}
