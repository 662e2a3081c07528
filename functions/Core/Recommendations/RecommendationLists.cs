using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Telemetry;

namespace Matinee.Core.Recommendations;

/// <summary>Recommends films: to signed-in viewers by what is stored of them, to anyone else by the ratings they send along.</summary>
public sealed class RecommendationLists(Spectators spectators, TimeProvider clock)
{
    /// <summary>The luck of anonymous lists that bring none: the same ratings give the same list.</summary>
    public const int AnonymousSeed = 1;

    const string Kind = "list";

    /// <summary>A viewer's list.</summary>
    public async Task<Prepared<RecommendationList>> PrepareAsync(MarkedViewer viewer, ListRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var arrival = await spectators.ArriveAsync(viewer, cancellation).ConfigureAwait(false);
        var seed = SeedOf(viewer.UserId);
        var tag = arrival.TagOf(Kind, ListText.Of(request), request.Limit, request.Cursor, seed);
        return new(tag, async stop =>
        {
            using var making = Signals.MakeList(Kind);
            var spectator = await spectators.SeatAsync(arrival, request.NotBecauseOf, stop).ConfigureAwait(false);
            return Recommender.List(spectator, request, seed, ListText.NumberOf(tag));
        });
    }

    /// <summary>A list by some ratings, of which nothing is kept.</summary>
    public async Task<RecommendationList> ForAsync(IReadOnlyList<RatedMovie> ratings, ListRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var making = Signals.MakeList(Kind);
        var spectator = await spectators.SeatAsync(ratings, request.NotBecauseOf, cancellation).ConfigureAwait(false);
        return Of(spectator, request);
    }

    /// <summary>A list of somebody who is no account.</summary>
    public static RecommendationList Of(Spectator spectator, ListRequest request)
    {
        ArgumentNullException.ThrowIfNull(spectator);
        ArgumentNullException.ThrowIfNull(request);
        var listId = ListText.NumberOf(Kind, spectator.Stage.Name, ListText.Of(request), ListText.Of(spectator.Taste.Ratings));
        return Recommender.List(spectator, request, AnonymousSeed, listId);
    }

    /// <summary>A viewer's luck of the day: visits of one day see one list, which only what they do changes.</summary>
    internal int SeedOf(string userId) => (int)(ListText.NumberOf("luck", userId, clock.GetUtcNow().Date.Ticks) & int.MaxValue);
}
