using System.Globalization;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Boards;

/// <summary>Ratings in three parts: to learn from, to choose parameters on, and to judge by, which nothing is chosen on.</summary>
public sealed class Division
{
    Division(string method, Split choosing, Split judging) => (Method, Choosing, Judging) = (method, choosing, judging);

    /// <summary>How it was divided and, where not by time, why not: for people.</summary>
    public string Method { get; }

    /// <summary>Learns from the first part, asks about the second.</summary>
    public Split Choosing { get; }

    /// <summary>Learns from the first two parts, asks about the third.</summary>
    public Split Judging { get; }

    /// <summary>
    /// Divides by time, the latest ratings for judging; where times do not divide the set usefully, the same share of everyone's
    /// ratings at random.
    /// </summary>
    /// <exception cref="ArgumentException">The set is too small to be divided in three.</exception>
    public static Division Of(Interactions all, DivisionOptions options, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(options);
        var times = Times(all);
        var share = options.ValidationShare / (1 - options.TestShare);
        var reason = WhyNotByTime(all, times, options);
        string method;
        Split judging, choosing;
        if (reason is null)
        {
            judging = Splits.Latest(all, options.TestShare, cancellation);
            choosing = Splits.Latest(judging.Training, share, cancellation);
            method = $"by time: the latest {Percent(options.TestShare)} for judging, the {Percent(options.ValidationShare)} before for choosing";
        }
        else
        {
            judging = Splits.RandomByUser(all, options.TestShare, seed, cancellation);
            choosing = Splits.RandomByUser(judging.Training, share, seed, cancellation);
            method = $"at random, {Percent(options.TestShare)} of everyone's ratings for judging and {Percent(options.ValidationShare)} "
                + $"for choosing; not by time, for {reason}";
        }

        if (choosing.Training.Count == 0 || choosing.Test.Count == 0 || judging.Test.Count == 0)
            throw new ArgumentException($"{all.Count} ratings can't be divided in three; collect more.", nameof(all));
        if (judging.Test.Users.Count > options.MaxUsers)
            method += string.Create(CultureInfo.InvariantCulture, $"; {options.MaxUsers} of {judging.Test.Users.Count} people asked, drawn at random");
        return new(method, Sample(choosing, options.MaxUsers, seed), Sample(judging, options.MaxUsers, seed));
    }

    /// <summary>Null where time divides the set usefully.</summary>
    static string? WhyNotByTime(Interactions all, uint[] times, DivisionOptions options)
    {
        if (times.Length == 0) return "there are no ratings";
        var judged = times[(int)((1 - options.TestShare) * times.Length)];
        var chosen = times[(int)((1 - options.TestShare - options.ValidationShare) * times.Length)];
        if (!(times[0] < chosen && chosen < judged)) return "too many ratings have the same time";
        var (late, known, people) = (0, 0, 0);
        for (var user = 0; user < all.Users.Count; user++)
        {
            var (before, after) = (0, 0);
            foreach (var time in all.OfUser(user).Times) _ = time < judged ? before++ : after++;
            late += after;
            known += before > 0 ? after : 0;
            people += before > 0 && after > 0 ? 1 : 0;
        }

        if (known < options.MinKnownShare * late) return $"only {Percent((double)known / late)} of the latest ratings are by people who rated before";
        return people < options.MinUsers && all.Users.Count >= options.MinUsers ? $"the latest ratings are by only {people} people who rated before" : null;
    }

    static uint[] Times(Interactions all)
    {
        var times = new uint[all.Count];
        var filled = 0;
        for (var user = 0; user < all.Users.Count; user++)
        {
            var own = all.OfUser(user).Times;
            own.CopyTo(times.AsSpan(filled));
            filled += own.Length;
        }

        Array.Sort(times);
        return times;
    }

    static Split Sample(Split split, int users, ulong seed)
    {
        if (split.Test.Users.Count <= users) return split;
        var drawn = split.Test.Users.Ids.ToArray();
        new SeededRandom(seed).Shuffle<int>(drawn);
        var kept = IdMap.From(drawn.Take(users));
        return new(split.Training, Interactions.From(split.Test.All().Where(rating => kept.IndexOf(rating.User) >= 0)));
    }

    static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");
}
