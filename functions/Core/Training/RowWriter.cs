namespace Matinee.Core.Training;

/// <summary>Fills columns row by row, user by user.</summary>
sealed class RowWriter(int users, int mostRows)
{
    // What stays empty at the end is given back only where it is worth a copy.
    const int WorthClosing = 8;

    readonly int[] _starts = new int[users + 1];
    readonly byte[] _halves = new byte[mostRows];
    readonly int[] _movies = new int[mostRows];
    readonly uint[] _times = new uint[mostRows];
    readonly long[] _versions = new long[mostRows];
    int _count;

    public void Add(in RowChange row)
    {
        _movies[_count] = row.Movie;
        _halves[_count] = row.Halves;
        _times[_count] = row.Time;
        _versions[_count] = row.Version;
        _count++;
    }

    public void EndUser(int user) => _starts[user + 1] = _count;

    public RatingRows ToRows() => new(_starts, Close(_movies), Close(_halves), Close(_times), Close(_versions));

    ReadOnlyMemory<T> Close<T>(T[] column) =>
        column.Length - _count > column.Length / WorthClosing ? column.AsSpan(0, _count).ToArray() : column.AsMemory(0, _count);
}
