using System.Runtime.InteropServices;

namespace Matinee.Core.Training;

/// <summary>Rows that change in place, so that merging needs no second set of columns, only room for what is added.</summary>
sealed class RatingRowBuffer
{
    const int UsersBetweenLooks = 1024;

    // Room for an eighth more whenever there is too little: few moves, little left over.
    const int Growth = 8;

    int[] _starts;
    int[] _movies;
    byte[] _halves;
    uint[] _times;
    long[] _versions;

    /// <summary>Takes rows in.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="own">Works in the very columns of the rows, which nobody may use any more, and not in copies.</param>
    public RatingRowBuffer(RatingRows rows, bool own)
    {
        Count = rows.Count;
        _starts = Column(rows.Starts, own);
        _movies = Column(rows.Movies, own);
        _halves = Column(rows.Halves, own);
        _times = Column(rows.Times, own);
        _versions = Column(rows.Versions, own);
    }

    public int Count { get; private set; }

    int Users => _starts.Length - 1;

    /// <summary>Lays changes over the rows: of two states of one rating the later stays.</summary>
    /// <param name="changes">In order, one for each rating.</param>
    /// <param name="users">How many users there are now.</param>
    /// <param name="cancellation">Stops it, and leaves the rows in no usable state.</param>
    public void Merge(ReadOnlySpan<RatingRow> changes, int users, CancellationToken cancellation)
    {
        var read = Count - 1;
        Grow(Count + (long)New(changes));
        var starts = new int[users + 1];
        starts[users] = Count;
        // From the end towards the front, so that no row is overwritten before it was moved.
        var write = Count - 1;
        for (var user = users - 1; user >= 0; user--)
        {
            if (user % UsersBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            var first = user < Users ? _starts[user] : read + 1;
            while (read >= first || (changes is [.., var last] && last.User == user))
            {
                var changed = changes is [.., var change] && change.User == user ? change : default(RatingRow?);
                var old = read >= first ? At(user, read) : default(RatingRow?);
                if (changed is { } coming && old is { } there && coming.IsSameRating(there))
                {
                    Put(write--, coming.CompareTo(there) > 0 ? coming : there);
                    read--;
                    changes = changes[..^1];
                }
                else if (changed is { } added && (old is null || added.Movie > old.Value.Movie))
                {
                    Put(write--, added);
                    changes = changes[..^1];
                }
                else
                {
                    if (write != read) Put(write, old!.Value);
                    (read, write) = (read - 1, write - 1);
                }
            }

            starts[user] = write + 1;
        }

        _starts = starts;
    }

    /// <summary>Drops the rows that may not stay.</summary>
    public void Keep(Func<RatingRow, bool> stays, CancellationToken cancellation)
    {
        var write = 0;
        for (var user = 0; user < Users; user++)
        {
            if (user % UsersBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            var start = write;
            var end = _starts[user + 1];
            for (var read = _starts[user]; read < end; read++)
            {
                var row = At(user, read);
                if (stays(row)) Put(write++, row);
            }

            _starts[user] = start;
        }

        Count = _starts[^1] = write;
    }

    /// <summary>The rows as they are; the buffer must not be changed afterwards.</summary>
    public RatingRows ToRows() =>
        new(_starts, _movies.AsMemory(0, Count), _halves.AsMemory(0, Count), _times.AsMemory(0, Count), _versions.AsMemory(0, Count));

    static T[] Column<T>(ReadOnlyMemory<T> column, bool own) where T : unmanaged =>
        own && MemoryMarshal.TryGetArray(column, out var whole) && whole.Array is { } array && array.Length == column.Length
            ? array
            : column.ToArray();

    int New(ReadOnlySpan<RatingRow> changes)
    {
        var added = 0;
        foreach (var change in changes)
        {
            var known = change.User < Users
                && _movies.AsSpan(_starts[change.User].._starts[change.User + 1]).BinarySearch(change.Movie) >= 0;
            if (!known) added++;
        }

        return added;
    }

    void Grow(long count)
    {
        if (count > Array.MaxLength)
            throw new InvalidOperationException($"A snapshot holds {Array.MaxLength:N0} ratings at most, and these are {count:N0}.");
        Count = (int)count;
        if (Count <= _movies.Length) return;
        var room = (int)Math.Min(Array.MaxLength, count + count / Growth);
        // One after the other: never are two columns there twice.
        Array.Resize(ref _movies, room);
        Array.Resize(ref _halves, room);
        Array.Resize(ref _times, room);
        Array.Resize(ref _versions, room);
    }

    RatingRow At(int user, int row) => new(user, _movies[row], _halves[row], _times[row], _versions[row]);

    void Put(int at, in RatingRow row)
    {
        _movies[at] = row.Movie;
        _halves[at] = row.Halves;
        _times[at] = row.Time;
        _versions[at] = row.Version;
    }
}
