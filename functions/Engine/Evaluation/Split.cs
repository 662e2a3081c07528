using Matinee.Engine.Ratings;

namespace Matinee.Engine.Evaluation;

/// <summary>Ratings in two parts: what a model may learn from, and what it is then asked about.</summary>
/// <remarks>The test part may hold users and films that the training part has never seen: they count like all others.</remarks>
public sealed class Split
{
    const ulong FingerprintStart = 14695981039346656037;
    const ulong FingerprintPrime = 1099511628211;

    /// <summary>Puts two sets together.</summary>
    /// <exception cref="ArgumentException">A user's rating of a film is in both: the answer would be known beforehand.</exception>
    public Split(Interactions training, Interactions test)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(test);
        (Training, Test) = (training, test);
        RefuseOverlap();
        Fingerprint = Add(Add(FingerprintStart, training), test);
    }

    /// <summary>What may be learned from; also what test users are folded in from.</summary>
    public Interactions Training { get; }

    /// <summary>What is asked.</summary>
    public Interactions Test { get; }

    /// <summary>The same ratings in the same parts give the same number: results with different ones can't be compared.</summary>
    public ulong Fingerprint { get; }

    /// <summary>Makes a split of parts that someone else has chosen, such as published fold files.</summary>
    public static Split From(IEnumerable<Rating> training, IEnumerable<Rating> test, CancellationToken cancellation = default) =>
        new(Interactions.From(training, cancellation), Interactions.From(test, cancellation));

    internal static ulong Mix(ulong fingerprint, ulong value) => unchecked((fingerprint ^ value) * FingerprintPrime);

    void RefuseOverlap()
    {
        var items = Array.ConvertAll(Test.Items.Ids.ToArray(), Training.Items.IndexOf);
        for (var user = 0; user < Test.Users.Count; user++)
        {
            var trained = Training.Users.IndexOf(Test.Users[user]);
            if (trained < 0) continue;
            foreach (var item in Test.OfUser(user).Others)
            {
                if (items[item] < 0 || Training.OfUser(trained).Others.BinarySearch(items[item]) < 0) continue;
                throw new ArgumentException(
                    $"The rating of film {Test.Items[item]} by user {Test.Users[user]} is in both parts; leave it out of one.");
            }
        }
    }

    static ulong Add(ulong fingerprint, Interactions set)
    {
        fingerprint = Mix(fingerprint, (ulong)set.Count);
        foreach (var id in set.Items.Ids.Span) fingerprint = Mix(fingerprint, (ulong)id);
        for (var user = 0; user < set.Users.Count; user++)
        {
            var row = set.OfUser(user);
            fingerprint = Mix(fingerprint, (ulong)set.Users[user] << 32 | (uint)row.Count);
            for (var i = 0; i < row.Count; i++) fingerprint = Mix(fingerprint, (ulong)row.Others[i] << 8 | row.Halves[i]);
        }

        return fingerprint;
    }
}
