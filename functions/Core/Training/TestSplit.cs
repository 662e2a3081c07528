using Matinee.Engine.Evaluation;
using Matinee.Engine.Ratings;

namespace Matinee.Core.Training;

/// <summary>Chooses what candidates are asked about: what people rated last, from what they had rated before.</summary>
/// <remarks>
/// One moment for everyone would be stricter, but people rate in bursts: of what comes after it nearly all is from people of whom nothing
/// was known before. Those are shown popular films, not a model's lists, and would decide which model serves all others.
/// </remarks>
static class TestSplit
{
    // Where all ratings are of one time, as in some imports, "last" means nothing.
    const double RandomShare = 0.1;

    public static Split Of(Interactions all, TrainingOptions options, CancellationToken cancellation, out string how)
    {
        if (!HasTimes(all))
        {
            how = $"Asked about {RandomShare:P0} of everyone's ratings, as they are all of one time.";
            return Splits.RandomByUser(all, RandomShare, options.Seed, cancellation);
        }

        var known = Enumerable.Range(0, all.Users.Count).Where(user => all.OfUser(user).Count > options.TestRatings).ToList();
        var step = Math.Max(1, (known.Count + options.MaxTestUsers - 1) / options.MaxTestUsers);
        var asked = known.Where((_, place) => place % step == 0).ToHashSet();
        how = $"Asked about the last {options.TestRatings} ratings of {asked.Count} people.";
        var (training, test) = (new InteractionsBuilder(), new InteractionsBuilder());
        for (var user = 0; user < all.Users.Count; user++)
        {
            if (user % 1024 == 0) cancellation.ThrowIfCancellationRequested();
            var row = all.OfUser(user);
            var last = asked.Contains(user) ? LastOf(row.Times, options.TestRatings) : [];
            for (var i = 0; i < row.Count; i++)
                (last.Contains(i) ? test : training).Add(new(all.Users[user], all.Items[row.Others[i]], row.StarsAt(i), row.Times[i]));
        }

        return new(training.Build(cancellation: cancellation), test.Build(cancellation: cancellation));
    }

    static bool HasTimes(Interactions all)
    {
        for (var user = 0; user < all.Users.Count; user++)
        {
            if (all.OfUser(user).Times.ContainsAnyExcept(all.LatestTime)) return true;
        }

        return false;
    }

    /// <summary>Places in a row; of equal times those of the films with the higher ids.</summary>
    static HashSet<int> LastOf(ReadOnlySpan<uint> times, int count)
    {
        var keys = new (uint Time, int Place)[times.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = (times[i], i);
        Array.Sort(keys);
        return [.. keys[^count..].Select(static key => key.Place)];
    }
}
