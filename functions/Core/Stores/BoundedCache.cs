namespace Matinee.Core.Stores;

/// <summary>Keeps what was used last, and no more than so many.</summary>
/// <param name="capacity">How many.</param>
public sealed class BoundedCache<TKey, TValue>(int capacity) where TKey : notnull
{
    readonly Lock _turn = new();
    readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _entries = [];
    readonly LinkedList<(TKey Key, TValue Value)> _byUse = new();

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_turn) return _entries.Count;
        }
    }

    /// <summary>What is kept under a key.</summary>
    public bool TryGet(TKey key, out TValue value)
    {
        lock (_turn)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                value = default!;
                return false;
            }

            _byUse.Remove(entry);
            _byUse.AddFirst(entry);
            value = entry.Value.Value;
            return true;
        }
    }

    /// <summary>Keeps a value in the place of what was there; what was not used for the longest time gives way.</summary>
    public void Set(TKey key, TValue value)
    {
        lock (_turn)
        {
            if (_entries.Remove(key, out var before)) _byUse.Remove(before);
            _entries[key] = _byUse.AddFirst((key, value));
            if (_entries.Count <= capacity) return;
            _entries.Remove(_byUse.Last!.Value.Key);
            _byUse.RemoveLast();
        }
    }

    /// <summary>Forgets a key.</summary>
    public void Remove(TKey key)
    {
        lock (_turn)
        {
            if (_entries.Remove(key, out var entry)) _byUse.Remove(entry);
        }
    }
}
