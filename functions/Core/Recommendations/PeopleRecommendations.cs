using System.Globalization;
using Matinee.Core.Problems;
using Matinee.Core.Profiles;
using Matinee.Core.Telemetry;

namespace Matinee.Core.Recommendations;

/// <summary>What the people most like a viewer have in common.</summary>
/// <param name="ListId">The id of the list.</param>
/// <param name="ModelVersion">The model that made it, or <see cref="Stage.NoModel"/>.</param>
/// <param name="Seed">The luck of it: there is none in this list, so it is always 0.</param>
/// <param name="People">How many people like the viewer were asked; 0 where there are too few to say anything without telling of one.</param>
/// <param name="MeanLikeness">How much their ratings are like the viewer's on average: 1 the same, 0 not at all.</param>
/// <param name="Items">Their favourites.</param>
public sealed record PeopleList(
    string ListId, string ModelVersion, int Seed, int People, double MeanLikeness, IReadOnlyList<RecommendedMovie> Items);

/// <summary>Recommends what the people most like a viewer liked.</summary>
public sealed class PeopleRecommendations(Spectators spectators)
{
    const string Kind = "people";

    /// <summary>A viewer's people.</summary>
    public async Task<Prepared<PeopleList>> PrepareAsync(MarkedViewer viewer, int limit, CancellationToken cancellation = default)
    {
        if (limit is < 1 or > ListRequest.MaxLimit) throw ProblemException.InvalidValue("limit", $"{limit} is not from 1 to {ListRequest.MaxLimit}");
        var arrival = await spectators.ArriveAsync(viewer, cancellation).ConfigureAwait(false);
        var tag = arrival.TagOf(Kind, limit);
        return new(tag, async stop =>
        {
            using var making = Signals.MakeList(Kind);
            return Make(await spectators.SeatAsync(arrival, stop).ConfigureAwait(false), viewer.UserId, limit, tag);
        });
    }

    internal static PeopleList Make(Spectator spectator, string userId, int limit, string tag)
    {
        var (people, likeness) = PeopleLikeYou.Nearest(spectator, userId);
        var favourites = PeopleLikeYou.Favourites(spectator, userId, static _ => true, limit);
        var items = Recommender.Items(spectator, [.. favourites.Select(film => film.Film)])
            .Select((item, i) => item with { Reasons = [new(ReasonKind.PeopleLikeYou) { People = favourites[i].People }, .. item.Reasons] });
        var listId = ListText.NumberOf(tag).ToString("x16", CultureInfo.InvariantCulture);
        return new(listId, spectator.Stage.ModelVersion, 0, people, likeness, [.. items]);
    }
}
