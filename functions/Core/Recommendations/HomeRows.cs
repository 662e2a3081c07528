using System.Globalization;
using Matinee.Core.Problems;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Telemetry;

namespace Matinee.Core.Recommendations;

/// <summary>The rows of the home page.</summary>
public sealed class HomeRows(Spectators spectators, RecommendationLists lists)
{
    /// <summary>How many films a row has unless asked otherwise.</summary>
    public const int DefaultLength = 12;

    /// <summary>The most films of a row.</summary>
    public const int MaxLength = 24;

    const string Kind = "rows";

    /// <summary>A viewer's rows.</summary>
    public async Task<Prepared<RecommendationRows>> PrepareAsync(MarkedViewer viewer, int? seed, int length, CancellationToken cancellation = default)
    {
        Check(length);
        var arrival = await spectators.ArriveAsync(viewer, cancellation).ConfigureAwait(false);
        var luck = seed ?? lists.SeedOf(viewer.UserId);
        var tag = arrival.TagOf(Kind, luck, length);
        return new(tag, async stop =>
        {
            using var making = Signals.MakeList(Kind);
            return Make(await spectators.SeatAsync(arrival, stop).ConfigureAwait(false), viewer.UserId, luck, length, tag);
        });
    }

    /// <summary>Rows by some ratings, of which nothing is kept.</summary>
    public async Task<RecommendationRows> ForAsync(IReadOnlyList<RatedMovie> ratings, int? seed, int length, CancellationToken cancellation = default)
    {
        Check(length);
        using var making = Signals.MakeList(Kind);
        return Of(await spectators.SeatAsync(ratings, [], cancellation).ConfigureAwait(false), length, seed);
    }

    /// <summary>Rows of somebody who is no account.</summary>
    public static RecommendationRows Of(Spectator spectator, int length, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(spectator);
        var luck = seed ?? RecommendationLists.AnonymousSeed;
        var tag = ListText.NameOf(Kind, spectator.Stage.Name, ListText.Of(spectator.Taste.Ratings), luck, length);
        return Make(spectator, null, luck, length, tag);
    }

    internal static RecommendationRows Make(Spectator spectator, string? userId, int seed, int length, string tag) => new(
        ListText.NumberOf(tag).ToString("x16", CultureInfo.InvariantCulture), spectator.Stage.ModelVersion, seed, new RowMaker(spectator, userId, seed, length).Make());

    static void Check(int length)
    {
        if (length is < 1 or > MaxLength) throw ProblemException.InvalidValue("limit", $"{length} is not from 1 to {MaxLength}");
    }
}
