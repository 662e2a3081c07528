using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Evaluation;

/// <summary>The ways to divide a set of ratings; the same seed and set give the same parts.</summary>
public static class Splits
{
    /// <summary>The fewest folds.</summary>
    public const int MinFolds = 2;

    /// <summary>The most folds.</summary>
    public const int MaxFolds = 100;

    /// <summary>The smallest share that can be held back for testing.</summary>
    public const double MinTestShare = 0.001;

    /// <summary>The largest share that can be held back for testing.</summary>
    public const double MaxTestShare = 0.999;

    delegate void Choice(int user, RatingRow row, Span<bool> test);

    /// <summary>K-fold cross-validation over ratings: every rating is tested in one of the splits; made one at a time, as they are asked for.</summary>
    public static IEnumerable<Split> RandomFolds(Interactions all, int folds, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(all);
        Check.InRange(folds, MinFolds, MaxFolds, nameof(folds));
        var foldOf = new byte[all.Count];
        for (var i = 0; i < foldOf.Length; i++) foldOf[i] = (byte)(i % folds);
        new SeededRandom(seed).Shuffle<byte>(foldOf);
        return Enumerable.Range(0, folds).Select(fold =>
        {
            var next = 0;
            return Cut(all, (_, row, test) =>
            {
                for (var i = 0; i < row.Count; i++) test[i] = foldOf[next++] == fold;
            }, cancellation);
        });
    }

    /// <summary>
    /// The same share of every user's ratings, chosen at random: round((1 - share)·n) of n stay in training, halves to even.
    /// A user's part depends on the seed and their own ratings alone.
    /// </summary>
    public static Split RandomByUser(Interactions all, double testShare, ulong seed, CancellationToken cancellation = default)
    {
        Check.InRange(testShare, MinTestShare, MaxTestShare, nameof(testShare));
        return Cut(all, (user, row, test) =>
        {
            var random = new SeededRandom(seed, (ulong)all.Users[user]);
            test[(int)Math.Round((1 - testShare) * row.Count)..].Fill(true);
            random.Shuffle(test);
        }, cancellation);
    }

    /// <summary>
    /// Every user's last ratings in time, of equal times those with the higher film ids. Who has no more than that many
    /// stays in training whole: there would be nothing to know them by.
    /// </summary>
    public static Split LeaveLast(Interactions all, int count, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return Cut(all, (_, row, test) =>
        {
            if (row.Count <= count) return;
            var keys = new (uint Time, int Place)[row.Count];
            for (var i = 0; i < keys.Length; i++) keys[i] = (row.Times[i], i);
            Array.Sort(keys);
            foreach (var (_, place) in keys.AsSpan(keys.Length - count)) test[place] = true;
        }, cancellation);
    }

    /// <summary>What was rated at the instant (seconds since 1970, UTC) or later is the test: the question that a live system answers.</summary>
    public static Split AtTime(Interactions all, long instant, CancellationToken cancellation = default) =>
        Cut(all, (_, row, test) =>
        {
            for (var i = 0; i < row.Count; i++) test[i] = row.Times[i] >= instant;
        }, cancellation);

    /// <summary>The latest share of all ratings is the test; ratings of one second stay together, so it may be a little more.</summary>
    /// <exception cref="ArgumentException">Nothing is earlier: the set has no times that could divide it.</exception>
    public static Split Latest(Interactions all, double testShare, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(all);
        Check.InRange(testShare, MinTestShare, MaxTestShare, nameof(testShare));
        var times = new uint[all.Count];
        var filled = 0;
        for (var user = 0; user < all.Users.Count; user++)
        {
            var row = all.OfUser(user).Times;
            row.CopyTo(times.AsSpan(filled));
            filled += row.Length;
        }

        Array.Sort(times);
        var instant = times.Length == 0 ? 0 : times[(int)((1 - testShare) * times.Length)];
        return times.Length == 0 || times[0] == instant
            ? throw new ArgumentException($"No rating is earlier than {instant}, so time can't divide the set; divide it at random.", nameof(all))
            : AtTime(all, instant, cancellation);
    }

    static Split Cut(Interactions all, Choice choose, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(all);
        var (training, test) = (new InteractionsBuilder(), new InteractionsBuilder());
        bool[] marks = [];
        for (var user = 0; user < all.Users.Count; user++)
        {
            if ((user & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            var row = all.OfUser(user);
            if (marks.Length < row.Count) marks = new bool[row.Count * 2];
            var own = marks.AsSpan(0, row.Count);
            own.Clear();
            choose(user, row, own);
            for (var i = 0; i < own.Length; i++)
                (own[i] ? test : training).Add(new(all.Users[user], all.Items[row.Others[i]], row.StarsAt(i), row.Times[i]));
        }

        return new(training.Build(cancellation: cancellation), test.Build(cancellation: cancellation));
    }
}
