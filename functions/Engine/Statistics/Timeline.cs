using System.Globalization;

namespace Matinee.Engine.Statistics;

/// <summary>How many ratings came when, in UTC; ratings of an unknown time are in none.</summary>
/// <param name="Days">The days with any rating, in order.</param>
/// <param name="Months">The months with any rating, in order.</param>
/// <param name="Years">The years with any rating, in order.</param>
public sealed record Timeline(IReadOnlyList<PeriodCount> Days, IReadOnlyList<PeriodCount> Months, IReadOnlyList<PeriodCount> Years)
{
    const int SecondsADay = 86_400;

    internal static Timeline Of(IEnumerable<uint> times)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var time in times)
        {
            if (time != 0) counts[(int)(time / SecondsADay)] = counts.GetValueOrDefault((int)(time / SecondsADay)) + 1;
        }

        return new(By("yyyy-MM-dd"), By("yyyy-MM"), By("yyyy"));

        IReadOnlyList<PeriodCount> By(string format) =>
        [
            .. counts.GroupBy(day => DateOfDay(day.Key).ToString(format, CultureInfo.InvariantCulture), day => day.Value, StringComparer.Ordinal)
                .Select(period => new PeriodCount(period.Key, period.Sum())),
        ];
    }

    internal static int YearOf(uint time) => DateOfDay((int)(time / SecondsADay)).Year;

    static DateTime DateOfDay(int day) => DateTime.UnixEpoch.AddDays(day);
}

/// <summary>How many ratings came in a day (2015-03-14), a month (2015-03) or a year (2015).</summary>
/// <param name="Period">When.</param>
/// <param name="Ratings">How many.</param>
public sealed record PeriodCount(string Period, int Ratings);
