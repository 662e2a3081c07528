using System.Globalization;

namespace Matinee.Engine.Statistics;

/// <summary>How many ratings came when, in UTC; ratings of an unknown time are in none.</summary>
/// <param name="Days">The days with any rating, in order; the insights show the last 366 of them.</param>
/// <param name="Months">The months with any rating, in order.</param>
/// <param name="Years">The years with any rating, in order.</param>
public sealed record Timeline(IReadOnlyList<PeriodCount> Days, IReadOnlyList<PeriodCount> Months, IReadOnlyList<PeriodCount> Years)
{
    const int SecondsADay = 86_400;

    internal static Timeline Of(IEnumerable<(uint Time, double Stars)> ratings)
    {
        var days = new SortedDictionary<int, (int Count, double Stars)>();
        foreach (var (time, stars) in ratings)
        {
            if (time == 0) continue;
            var (count, sum) = days.GetValueOrDefault((int)(time / SecondsADay));
            days[(int)(time / SecondsADay)] = (count + 1, sum + stars);
        }

        return new(By("yyyy-MM-dd"), By("yyyy-MM"), By("yyyy"));

        IReadOnlyList<PeriodCount> By(string format) =>
        [
            .. days.GroupBy(day => DateOfDay(day.Key).ToString(format, CultureInfo.InvariantCulture), day => day.Value, StringComparer.Ordinal)
                .Select(period => (Name: period.Key, Ratings: period.Sum(day => day.Count), Stars: period.Sum(day => day.Stars)))
                .Select(period => new PeriodCount(period.Name, period.Ratings, period.Stars / period.Ratings)),
        ];
    }

    internal static int YearOf(uint time) => DateOfDay((int)(time / SecondsADay)).Year;

    static DateTime DateOfDay(int day) => DateTime.UnixEpoch.AddDays(day);
}

/// <summary>How many ratings came in a day (2015-03-14), a month (2015-03) or a year (2015).</summary>
/// <param name="Period">When.</param>
/// <param name="Ratings">How many.</param>
/// <param name="MeanStars">Their mean; null where it is not told, being that of a few.</param>
public sealed record PeriodCount(string Period, int Ratings, double? MeanStars = null);
