using System.Globalization;
using System.Runtime.CompilerServices;
using Matinee.Core.Training;

namespace Matinee.Contract.Tests.Snapshots;

/// <summary>
/// A ratings container in memory with a latest-version change feed: each rating has one place in it, that of its last change;
/// tombstones vanish after a time.
/// </summary>
sealed class FakeRatings(TimeProvider clock, TimeSpan tombstoneLife) : IRatingChanges
{
    readonly Dictionary<(string User, int Movie), (long Sequence, RatingUpdate State)> _documents = [];
    long _sequence;

    /// <summary>A container made anew: old continuations mean nothing in it.</summary>
    public int Generation { get; set; }

    public int PageSize { get; init; } = 7;

    /// <summary>Every page comes twice, and the first half of it once more.</summary>
    public bool Repeats { get; init; }

    /// <summary>Called between two pages.</summary>
    public Func<Task>? Between { get; set; }

    public int Pulled { get; private set; }

    public IEnumerable<RatingUpdate> Given => _documents.Values.Select(document => document.State).Where(state => state.Stars is not null);

    public void Rate(string user, int movie, double? stars)
    {
        var now = clock.GetUtcNow();
        var before = _documents.TryGetValue((user, movie), out var document) ? document.State.Version : 0;
        if (stars is null && (before == 0 || document.State.Stars is null)) return;
        _documents[(user, movie)] = (++_sequence, new(user, movie, stars, now, Math.Max(before + 1, now.ToUnixTimeMilliseconds())));
    }

    /// <summary>What the store does by itself: tombstones whose time is over vanish without a trace.</summary>
    public void Expire()
    {
        var before = clock.GetUtcNow() - tombstoneLife;
        foreach (var (key, document) in _documents.Where(one => one.Value.State.Stars is null && one.Value.State.RatedAt <= before).ToList()) _documents.Remove(key);
    }

    public async IAsyncEnumerable<RatingPage> PullAsync(string? continuation, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Expire();
        var parts = continuation?.Split('/');
        if (parts is not null && parts[0] != Generation.ToString(CultureInfo.InvariantCulture)) throw new ContinuationRefusedException("the container was made anew.");
        var after = parts is null ? 0 : long.Parse(parts[1], CultureInfo.InvariantCulture);
        while (true)
        {
            var page = _documents.Values.Where(document => document.Sequence > after).OrderBy(document => document.Sequence).Take(PageSize).ToList();
            if (page.Count == 0) yield break;
            after = page[^1].Sequence;
            List<RatingUpdate> updates = [.. page.Select(document => document.State)];
            if (Repeats) updates = [.. Enumerable.Reverse(updates), .. updates, .. updates.Take(updates.Count / 2)];
            Pulled += page.Count;
            yield return new(updates, $"{Generation}/{after}");
            if (Between is not null) await Between();
        }
    }
}
