using System.Collections.Immutable;

namespace Matinee.Core.Ratings;

/// <summary>
/// Ratings that were imported have no documents, and no feed tells of them: their part of the counts is remembered by source, so that
/// importing a source again takes back exactly what it added before, and what viewers did meanwhile stays.
/// </summary>
public sealed partial record MovieStats
{
    /// <summary>The parts of the counts that were imported, by the name of their source.</summary>
    public ImmutableSortedDictionary<string, MovieStats> Imports { get; init; } =
        ImmutableSortedDictionary.Create<string, MovieStats>(StringComparer.Ordinal);

    /// <summary>The counts of many ratings at once.</summary>
    /// <param name="counts">How many there are of each level.</param>
    /// <param name="days">Their days, in ascending order, each once.</param>
    /// <param name="reviews">How many have a text.</param>
    public static MovieStats Of(ReadOnlySpan<int> counts, ReadOnlySpan<DayCount> days, int reviews)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, Levels);
        if (days.Length == 0) return Empty;
        var newest = days[^1].Day;
        var recent = days;
        while (recent[0].Day <= newest - RecentDays) recent = recent[1..];
        return new()
        {
            Counts = [.. counts],
            Reviews = reviews,
            MonthSum = Decay.Month.WeightOf(days),
            WeekSum = Decay.Week.WeightOf(days),
            NewestDay = newest,
            Recent = [.. recent],
        };
    }

    /// <summary>
    /// With that as the part of a source, in the place of what the source had added before; these very counts if it is that already.
    /// </summary>
    /// <param name="source">The source's name.</param>
    /// <param name="part">Its ratings' counts; empty ones take the source out.</param>
    public MovieStats WithImport(string source, MovieStats part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var before = Imports.GetValueOrDefault(source, Empty);
        if (before.IsSameCounts(part)) return this;
        var changed = Combine(before, -1).Combine(part, 1);
        return changed with
        {
            Imports = part.Count == 0 ? Imports.Remove(source) : Imports.SetItem(source, part),
            Revision = Revision + 1,
        };
    }

    MovieStats Combine(MovieStats part, int by)
    {
        var newest = Math.Max(NewestDay, part.NewestDay);
        var changed = this with
        {
            Counts = [.. Counts.Zip(part.Counts, (count, other) => count + by * other)],
            Reviews = Reviews + by * part.Reviews,
            MonthSum = MonthSum + by * part.MonthSum,
            WeekSum = WeekSum + by * part.WeekSum,
            NewestDay = newest,
            Recent = Recent.Concat(part.Recent.Select(day => day with { Count = by * day.Count, HalvesSum = by * day.HalvesSum }))
                .GroupBy(day => day.Day)
                .Where(day => day.Key > newest - RecentDays)
                .OrderBy(day => day.Key)
                .Select(day => new DayCount(day.Key, day.Sum(one => one.Count), day.Sum(one => one.HalvesSum)))
                .Where(day => day.Count != 0)
                .ToImmutableArray(),
        };
        if (changed.Counts.Any(count => count < 0) || changed.Reviews < 0 || changed.MonthSum.Sign < 0 || changed.WeekSum.Sign < 0)
            throw new InvalidDataException("The counts do not contain the imported part that is to be taken back.");
        return changed;
    }

    bool IsSameCounts(MovieStats other) =>
        Counts.SequenceEqual(other.Counts)
        && (Reviews, MonthSum, WeekSum, NewestDay) == (other.Reviews, other.MonthSum, other.WeekSum, other.NewestDay)
        && Recent.SequenceEqual(other.Recent);
}
