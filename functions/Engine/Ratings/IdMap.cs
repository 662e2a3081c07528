namespace Matinee.Engine.Ratings;

/// <summary>The ids of users or items in ascending order, each with its place: models count 0, 1, 2, ..., the world has ids.</summary>
public sealed class IdMap
{
    // A direct table costs four bytes an id of the whole range: worth it until the range is this much larger than the count.
    const int TableSpread = 16;
    const int TableFree = 1 << 16;

    readonly int[] _ids;
    readonly int[]? _table;

    IdMap(int[] ascending)
    {
        _ids = ascending;
        if (_ids.Length == 0) return;
        var range = _ids[^1] + 1L;
        if (range > TableFree + (long)TableSpread * _ids.Length) return;
        _table = new int[range];
        Array.Fill(_table, -1);
        for (var i = 0; i < _ids.Length; i++) _table[_ids[i]] = i;
    }

    /// <summary>How many ids there are.</summary>
    public int Count => _ids.Length;

    /// <summary>All ids, ascending.</summary>
    public ReadOnlyMemory<int> Ids => _ids;

    /// <summary>The id at a place.</summary>
    public int this[int index] => _ids[index];

    /// <summary>The place of an id, or -1 where it is not known.</summary>
    public int IndexOf(int id)
    {
        if (_table is not null) return (uint)id < (uint)_table.Length ? _table[id] : -1;
        var index = Array.BinarySearch(_ids, id);
        return index < 0 ? -1 : index;
    }

    /// <summary>The map of a set of ids, in any order, repeats allowed.</summary>
    public static IdMap From(IEnumerable<int> ids)
    {
        var ascending = new SortedSet<int>(ids).ToArray();
        return ascending is [< 0, ..]
            ? throw new ArgumentOutOfRangeException(nameof(ids), ascending[0], "An id can't be negative.")
            : new IdMap(ascending);
    }

    /// <summary>The map of ids that already stand in ascending order without repeats, as a model file holds them.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static IdMap FromAscending(ReadOnlySpan<int> ids)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] < 0 || (i > 0 && ids[i] <= ids[i - 1]))
                throw new ArgumentException($"Id {ids[i]} at place {i} is negative or not above the one before it.", nameof(ids));
        }

        return new IdMap(ids.ToArray());
    }

    /// <summary>The ids 0 to count - 1.</summary>
    public static IdMap Range(int count)
    {
        var ids = new int[count];
        for (var i = 0; i < count; i++) ids[i] = i;
        return new IdMap(ids);
    }
}
