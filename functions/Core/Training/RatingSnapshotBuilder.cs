using System.Runtime.InteropServices;
using Matinee.Core.Import;

namespace Matinee.Core.Training;

/// <summary>Lays changes over a snapshot, in any order and however often each: the latest state of each rating stays.</summary>
/// <remarks>Changes wait in a list and are merged whenever they are an eighth of the whole or two million: memory stays bounded.</remarks>
public sealed class RatingSnapshotBuilder
{
    const int FewestToMerge = 1 << 18;
    const int MostToMerge = 1 << 21;
    const int PartToMerge = 8;

    readonly List<string?> _ids;
    readonly Dictionary<string, int> _newNumbers = [];
    readonly UserTable _known;
    readonly List<RatingRow> _waiting = [];
    readonly RatingRowBuffer _rows;

    bool _built;

    /// <summary>Starts with a snapshot, which stays as it is.</summary>
    public RatingSnapshotBuilder(RatingSnapshot start) : this(start, own: false)
    {
    }

    RatingSnapshotBuilder(RatingSnapshot start, bool own)
    {
        ArgumentNullException.ThrowIfNull(start);
        (_known, _rows) = (start.Users, new(start.Rows, own));
        _ids = [.. _known.CopyIds()];
    }

    /// <summary>How many changes were added.</summary>
    public long Changes { get; private set; }

    /// <summary>Goes on in the memory of a snapshot that nobody else has or may use any more.</summary>
    internal static RatingSnapshotBuilder Within(RatingSnapshot start) => new(start, own: true);

    /// <summary>Drops all but what was imported and no document ever changed: what the change feed does not know.</summary>
    internal void KeepImported(CancellationToken cancellation) => _rows.Keep(row => row.Version == 0, cancellation);

    /// <summary>Drops all that a source has imported.</summary>
    internal void DropImported(ImportSource source, CancellationToken cancellation) =>
        _rows.Keep(row => !source.Owns(_ids[row.User]), cancellation);

    /// <summary>Adds a change.</summary>
    /// <exception cref="ArgumentException">It is none; the builder stays as it was.</exception>
    public void Add(in RatingUpdate change, CancellationToken cancellation = default)
    {
        var (halves, time) = (HalvesOf(change), TimeOf(change));
        if (string.IsNullOrEmpty(change.UserId)) throw new ArgumentException("A rating has no user.", nameof(change));
        if (change.MovieId < 0) throw Wrong($"the movie id {change.MovieId} is negative", change);
        if (change.Version < 0) throw Wrong($"the version {change.Version} is negative", change);
        ObjectDisposedException.ThrowIf(_built, this);
        if (_waiting.Count >= Math.Clamp(_rows.Count / PartToMerge, FewestToMerge, MostToMerge)) Merge(cancellation);
        _waiting.Add(new(NumberOf(change.UserId), change.MovieId, halves, time, change.Version));
        Changes++;
    }

    /// <summary>Makes the snapshot, once: the rows are handed over to it.</summary>
    /// <param name="continuation">Where the change feed goes on.</param>
    /// <param name="taken">The time up to which all changes were added for certain.</param>
    /// <param name="forgetBefore">Ratings removed before that are forgotten for good, and users with them who have no others.</param>
    /// <param name="cancellation">Stops it.</param>
    public RatingSnapshot Build(string? continuation, DateTimeOffset taken, DateTimeOffset forgetBefore, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(_built, this);
        _built = true;
        Merge(cancellation);
        var before = forgetBefore.ToUnixTimeSeconds();
        _rows.Keep(row => !row.IsRemoved || row.Time >= before, cancellation);
        var rows = _rows.ToRows();
        var starts = rows.Starts.Span;
        for (var user = 0; user < rows.Users; user++)
        {
            if (starts[user] == starts[user + 1]) _ids[user] = null;
        }

        return new(new([.. _ids]), rows, continuation, taken);
    }

    static byte HalvesOf(in RatingUpdate change)
    {
        if (change.Stars is not { } stars) return 0;
        var halves = stars * 2;
        return halves is >= 1 and <= 10 && halves == Math.Floor(halves)
            ? (byte)halves
            : throw Wrong($"{stars} stars are not one of 0.5, 1, 1.5, ... 5", change);
    }

    static uint TimeOf(in RatingUpdate change) =>
        change.RatedAt.ToUnixTimeSeconds() is >= 0 and <= uint.MaxValue and var time
            ? (uint)time
            : throw Wrong($"the time {change.RatedAt:O} is not from 1970 to 2106", change);

    static ArgumentException Wrong(string reason, in RatingUpdate change) =>
        new($"The rating of movie {change.MovieId} by '{change.UserId}' can't be taken in: {reason}.", nameof(change));

    int NumberOf(string id)
    {
        if (_known.TryGetNumber(id, out var known)) return known;
        if (!_newNumbers.TryGetValue(id, out var number))
        {
            _newNumbers.Add(id, number = _ids.Count);
            _ids.Add(id);
        }

        return number;
    }

    void Merge(CancellationToken cancellation)
    {
        _waiting.Sort();
        // The latest state of a rating stands last of its states.
        var kept = 0;
        for (var i = 0; i < _waiting.Count; i++)
        {
            if (i + 1 == _waiting.Count || !_waiting[i].IsSameRating(_waiting[i + 1])) _waiting[kept++] = _waiting[i];
        }

        _rows.Merge(CollectionsMarshal.AsSpan(_waiting)[..kept], _ids.Count, cancellation);
        _waiting.Clear();
    }
}
