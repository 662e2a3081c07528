using System.Collections.Immutable;
using System.Numerics;
using Matinee.Core.Ratings;

namespace Matinee.Azure.Cosmos.Documents;

/// <summary>A film's counts; the large whole numbers as base64 of their bytes, days as [day, count, halves].</summary>
sealed record StatsPart(int[] Counts, int Reviews, string MonthSum, string WeekSum, int NewestDay, int[][] Recent, long Revision)
{
    /// <summary>The imported parts by source; null without any.</summary>
    public Dictionary<string, StatsPart>? Imports { get; init; }

    public static StatsPart Of(MovieStats stats) => new(
        [.. stats.Counts],
        stats.Reviews,
        Convert.ToBase64String(stats.MonthSum.ToByteArray()),
        Convert.ToBase64String(stats.WeekSum.ToByteArray()),
        stats.NewestDay,
        DaysOf(stats.Recent),
        stats.Revision)
    {
        Imports = stats.Imports.Count == 0 ? null : stats.Imports.ToDictionary(part => part.Key, part => Of(part.Value)),
    };

    public MovieStats ToStats() => new()
    {
        Counts = [.. Counts],
        Reviews = Reviews,
        MonthSum = new BigInteger(Convert.FromBase64String(MonthSum)),
        WeekSum = new BigInteger(Convert.FromBase64String(WeekSum)),
        NewestDay = NewestDay,
        Recent = DaysOf(Recent),
        Revision = Revision,
        Imports = MovieStats.Empty.Imports.AddRange((Imports ?? []).Select(part => KeyValuePair.Create(part.Key, part.Value.ToStats()))),
    };

    public static int[][] DaysOf(ImmutableArray<DayCount> days) => [.. days.Select(static day => new[] { day.Day, day.Count, day.HalvesSum })];

    public static ImmutableArray<DayCount> DaysOf(int[][] days) => [.. days.Select(static day => new DayCount(day[0], day[1], day[2]))];
}
