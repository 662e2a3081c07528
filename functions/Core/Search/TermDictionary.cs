namespace Matinee.Core.Search;

/// <summary>All terms in ascending order of their characters, in one piece of memory, with how much each shares with the one before it.</summary>
sealed class TermDictionary
{
    readonly char[] _text;
    readonly int[] _starts;
    readonly byte[] _shared;

    /// <param name="terms">Ascending (ordinal), none twice, none longer than <see cref="Terms.MaxLength"/>.</param>
    public TermDictionary(IReadOnlyList<string> terms)
    {
        _text = new char[terms.Sum(static term => term.Length)];
        _starts = new int[terms.Count + 1];
        _shared = new byte[terms.Count];
        for (var i = 0; i < terms.Count; i++)
        {
            terms[i].CopyTo(_text.AsSpan(_starts[i]));
            _starts[i + 1] = _starts[i] + terms[i].Length;
            if (i > 0) _shared[i] = (byte)this[i - 1].CommonPrefixLength(this[i]);
        }
    }

    public int Count => _shared.Length;

    /// <summary>How many leading characters each term shares with the one before it.</summary>
    public ReadOnlySpan<byte> Shared => _shared;

    public ReadOnlySpan<char> this[int term] => _text.AsSpan(_starts[term].._starts[term + 1]);

    /// <summary>The place of a term, or of the first after it.</summary>
    public int PlaceOf(ReadOnlySpan<char> text)
    {
        var (from, to) = (0, Count);
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (this[middle].SequenceCompareTo(text) < 0) from = middle + 1;
            else to = middle;
        }

        return from;
    }

    /// <summary>The term itself: empty where there is none.</summary>
    public TermRange Exactly(ReadOnlySpan<char> text)
    {
        var place = PlaceOf(text);
        return new(place, place < Count && this[place].SequenceEqual(text) ? place + 1 : place, 0);
    }

    /// <summary>All terms that begin so.</summary>
    public TermRange BeginningWith(ReadOnlySpan<char> text)
    {
        var place = PlaceOf(text);
        return new(place, place < Count && this[place].StartsWith(text) ? EndOf(place, text.Length) : place, 0);
    }

    /// <summary>The first term behind a place that does not share so many leading characters with the term there.</summary>
    public int EndOf(int place, int length)
    {
        if (length == 0) return Count;
        var behind = _shared.AsSpan(place + 1).IndexOfAnyInRange((byte)0, (byte)(length - 1));
        return behind < 0 ? Count : place + 1 + behind;
    }
}
