using System.Collections.Immutable;
using System.Numerics;

namespace Matinee.Core.Ratings;

/// <summary>
/// The counts of one film. All are whole numbers that only ever get one rating's part added or taken back, so they depend on
/// the ratings alone, not on the road that led there.
/// </summary>
public sealed partial record MovieStats
{
    /// <summary>How many different numbers of stars there are.</summary>
    public const int Levels = 10;

    /// <summary>For how many days, the newest included, ratings are counted by day.</summary>
    public const int RecentDays = 30;

    /// <summary>The counts of a film that nobody has rated.</summary>
    public static readonly MovieStats Empty = new();

    /// <summary>How many ratings there are of half a star, one star, ... five stars.</summary>
    public ImmutableArray<int> Counts { get; init; } = [.. new int[Levels]];

    /// <summary>How many of them have a text.</summary>
    public int Reviews { get; init; }

    /// <summary>The sum of weights by <see cref="Decay.Month"/>.</summary>
    public BigInteger MonthSum { get; init; }

    /// <summary>The sum of weights by <see cref="Decay.Week"/>.</summary>
    public BigInteger WeekSum { get; init; }

    /// <summary>The latest day that a rating was ever of; it stays when that rating goes.</summary>
    public int NewestDay { get; init; }

    /// <summary>The days up to the newest that have ratings, in ascending order; older ones are forgotten.</summary>
    public ImmutableArray<DayCount> Recent { get; init; } = [];

    /// <summary>Grows with every change: of two the higher is the later.</summary>
    public long Revision { get; init; }

    /// <summary>How many ratings there are.</summary>
    public int Count => Counts.Sum();

    /// <summary>Their stars, in halves.</summary>
    public long HalvesSum => Counts.Select(static (count, level) => (long)count * (level + 1)).Sum();

    /// <summary>Their mean in stars, null without any.</summary>
    public double? MeanStars => Count == 0 ? null : HalvesSum / 2.0 / Count;

    /// <summary>With a rating more.</summary>
    public MovieStats Add(Vote vote) => Change(vote, 1);

    /// <summary>Without a rating that was added before.</summary>
    /// <exception cref="InvalidDataException">It can't have been.</exception>
    public MovieStats TakeBack(Vote vote) => Change(vote, -1);

    MovieStats Change(Vote vote, int by)
    {
        var level = vote.Halves - 1;
        var newest = Math.Max(NewestDay, vote.Day);
        var changed = this with
        {
            Counts = Counts.SetItem(level, Counts[level] + by),
            Reviews = Reviews + (vote.HasReview ? by : 0),
            MonthSum = MonthSum + by * Decay.Month.WeightOf(vote.Day),
            WeekSum = WeekSum + by * Decay.Week.WeightOf(vote.Day),
            NewestDay = newest,
            Recent = RecentWith(vote, by, newest - RecentDays),
        };
        if (changed.Counts[level] < 0 || changed.Reviews < 0 || changed.MonthSum.Sign < 0 || changed.WeekSum.Sign < 0)
            throw new InvalidDataException($"The counts do not contain the rating of {vote.Halves / 2.0} stars that is to be taken back.");
        return changed;
    }

    // Exact for every day after the bound: a day was never forgotten before the bound had passed it, and the bound only grows.
    ImmutableArray<DayCount> RecentWith(Vote vote, int by, int bound)
    {
        var days = Recent.ToBuilder();
        if (vote.Day > bound)
        {
            var at = 0;
            while (at < days.Count && days[at].Day < vote.Day) at++;
            if (at == days.Count || days[at].Day != vote.Day) days.Insert(at, new(vote.Day, 0, 0));
            days[at] = days[at] with { Count = days[at].Count + by, HalvesSum = days[at].HalvesSum + by * vote.Halves };
        }

        days.RemoveAll(day => day.Day <= bound || day.Count == 0);
        return days.DrainToImmutable();
    }
}
