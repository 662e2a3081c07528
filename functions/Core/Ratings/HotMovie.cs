using System.Collections.Immutable;

namespace Matinee.Core.Ratings;

/// <summary>How popular a film is within a window.</summary>
public sealed record HotMovie
{
    const int WeekDays = 7;

    /// <summary>The window.</summary>
    public required HotWindow Window { get; init; }

    /// <summary>Which film.</summary>
    public required int MovieId { get; init; }

    /// <summary>The revision of the counts that this comes from: of two the higher is the later.</summary>
    public required long Revision { get; init; }

    /// <summary>What films are sorted by; higher is hotter, and 0 is a film without ratings. It stays right as time goes by.</summary>
    public required double Score { get; init; }

    /// <summary>All ratings of the film, in whatever window.</summary>
    public required int Count { get; init; }

    /// <summary>The stars of all of them, in halves.</summary>
    public required long HalvesSum { get; init; }

    /// <summary>The ratings of the window's days up to the film's newest; empty for <see cref="HotWindow.All"/>.</summary>
    public ImmutableArray<DayCount> Days { get; init; } = [];

    /// <summary>A film in all three windows.</summary>
    public static IReadOnlyList<HotMovie> Of(int movieId, MovieStats stats)
    {
        ArgumentNullException.ThrowIfNull(stats);
        var all = new HotMovie
        {
            Window = HotWindow.All,
            MovieId = movieId,
            Revision = stats.Revision,
            Score = stats.Count,
            Count = stats.Count,
            HalvesSum = stats.HalvesSum,
        };
        return
        [
            all,
            all with { Window = HotWindow.Month, Score = Decay.ScoreOf(stats.MonthSum), Days = stats.Recent },
            all with
            {
                Window = HotWindow.Week,
                Score = Decay.ScoreOf(stats.WeekSum),
                Days = [.. stats.Recent.Where(day => day.Day > stats.NewestDay - WeekDays)],
            },
        ];
    }

    /// <summary>The ratings within the window as of now, and their mean stars: exact, though nothing was written since the last one.</summary>
    public (int Count, double? MeanStars) Within(DateTimeOffset now)
    {
        if (Window == HotWindow.All) return (Count, Mean(HalvesSum, Count));
        var bound = Decay.DayOf(now) - (Window == HotWindow.Week ? WeekDays : MovieStats.RecentDays);
        var (count, halves) = (0, 0L);
        foreach (var day in Days)
        {
            if (day.Day <= bound) continue;
            count += day.Count;
            halves += day.HalvesSum;
        }

        return (count, Mean(halves, count));
    }

    static double? Mean(long halves, int count) => count == 0 ? null : halves / 2.0 / count;
}
