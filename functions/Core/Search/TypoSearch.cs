namespace Matinee.Core.Search;

/// <summary>
/// Finds the terms of a dictionary that are few typing errors away from a word: a letter too many, missing, wrong, or two neighbours
/// swapped (the optimal string alignment distance).
/// </summary>
/// <remarks>
/// A nondeterministic automaton, all its states in one machine word per number of errors: bit j of state e says that the first j
/// letters of the word can have become what was read with e errors. Terms are read in order; what a term shares with the one
/// before it is not read again, and where no state is left all terms with that beginning are skipped.
/// </remarks>
ref struct TypoSearch
{
    public const int MaxErrors = 2;

    const int States = MaxErrors + 1;
    const int AsciiEnd = 128;

    readonly TermDictionary _terms;
    readonly ReadOnlySpan<char> _word;
    readonly int _errors;
    readonly Span<ulong> _states;
    readonly Span<ulong> _asciiMasks;

    TypoSearch(TermDictionary terms, ReadOnlySpan<char> word, int errors, Span<ulong> states, Span<ulong> asciiMasks)
    {
        _terms = terms;
        _word = word;
        _errors = errors;
        _states = states;
        _asciiMasks = asciiMasks;
        for (var e = 0; e <= errors; e++) _states[e] = (1UL << (e + 1)) - 1;
        for (var j = 0; j < word.Length; j++)
        {
            if (word[j] < AsciiEnd) _asciiMasks[word[j]] |= 1UL << (j + 1);
        }
    }

    /// <summary>Adds the terms near a word.</summary>
    /// <param name="terms">Where to look.</param>
    /// <param name="word">What was typed, at most <see cref="Terms.MaxLength"/> letters.</param>
    /// <param name="errors">How many errors, at most <see cref="MaxErrors"/>.</param>
    /// <param name="asBeginning">The word is a beginning: errors are counted up to the nearest beginning of each term.</param>
    /// <param name="found">Where they are added, ascending.</param>
    public static void Find(TermDictionary terms, ReadOnlySpan<char> word, int errors, bool asBeginning, List<TermRange> found)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(word.Length, Terms.MaxLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(errors, MaxErrors);
        Span<ulong> states = stackalloc ulong[(Terms.MaxLength + 1) * States];
        Span<ulong> masks = stackalloc ulong[AsciiEnd];
        masks.Clear();
        var search = new TypoSearch(terms, word, errors, states, masks);
        if (asBeginning) search.FindBeginnings(found);
        else search.FindWhole(found);
    }

    readonly void FindWhole(List<TermRange> found)
    {
        for (var place = 0; place < _terms.Count;)
        {
            var term = _terms[place];
            int read = _terms.Shared[place];
            while (read < term.Length && Read(term, read)) read++;
            if (read < term.Length)
            {
                place = _terms.EndOf(place, read + 1);
                continue;
            }

            if (ErrorsAt(read) is var errors && errors <= _errors) found.Add(new(place, place + 1, errors));
            place++;
        }
    }

    readonly void FindBeginnings(List<TermRange> found)
    {
        // The fewest errors of any beginning so far, by how much was read.
        Span<int> fewest = stackalloc int[Terms.MaxLength + 1];
        fewest[0] = ErrorsAt(0);
        for (var place = 0; place < _terms.Count;)
        {
            var term = _terms[place];
            int read = _terms.Shared[place];
            var isOpen = fewest[read] > 0;
            while (isOpen && read < term.Length)
            {
                isOpen = Read(term, read++);
                fewest[read] = Math.Min(fewest[read - 1], ErrorsAt(read));
                isOpen &= fewest[read] > 0;
            }

            // What follows a beginning that decides is as near as it.
            var end = isOpen ? place + 1 : _terms.EndOf(place, read);
            if (fewest[read] <= _errors) found.Add(new(place, end, fewest[read]));
            place = end;
        }
    }

    /// <summary>Reads one letter of a term; false where no state is left.</summary>
    readonly bool Read(ReadOnlySpan<char> term, int at)
    {
        var before = _states.Slice(at * States, States);
        var after = _states.Slice((at + 1) * States, States);
        var mask = MaskOf(term[at]);
        var left = after[0] = (before[0] << 1) & mask;
        if (at == 0)
        {
            for (var e = 1; e <= _errors; e++)
            {
                after[e] = ((before[e] << 1) & mask) | before[e - 1] | (before[e - 1] << 1) | (after[e - 1] << 1);
                left |= after[e];
            }
        }
        else
        {
            var earlier = _states.Slice((at - 1) * States, States);
            // The word has this letter first and the one before it second.
            var swapped = MaskOf(term[at - 1]) & (mask << 1);
            for (var e = 1; e <= _errors; e++)
            {
                after[e] = ((before[e] << 1) & mask) | before[e - 1] | (before[e - 1] << 1) | (after[e - 1] << 1) | ((earlier[e - 1] << 2) & swapped);
                left |= after[e];
            }
        }

        // Bits beyond the word mean nothing.
        return (left & ((2UL << _word.Length) - 1)) != 0;
    }

    readonly int ErrorsAt(int read)
    {
        for (var e = 0; e <= _errors; e++)
        {
            if ((_states[read * States + e] >> _word.Length & 1) != 0) return e;
        }

        return _errors + 1;
    }

    readonly ulong MaskOf(char letter)
    {
        if (letter < AsciiEnd) return _asciiMasks[letter];
        var mask = 0UL;
        for (var j = 0; j < _word.Length; j++)
        {
            if (_word[j] == letter) mask |= 1UL << (j + 1);
        }

        return mask;
    }
}
