using System.Runtime.InteropServices;

namespace Matinee.Core.Search;

/// <summary>Collects the terms of films and people, which share one dictionary.</summary>
sealed class PostingsBuilder
{
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly Dictionary<string, int[]> _ofText = new(StringComparer.Ordinal);

    /// <summary>The terms of a text, by their preliminary numbers. The same names and keywords come again and again.</summary>
    public int[] TermsOf(string text)
    {
        ref var terms = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofText, text, out _);
        return terms ??= [.. Terms.Of(Folding.Fold(text)).Select(NumberOf).Distinct()];
    }

    /// <summary>The dictionary, and the final number of each preliminary one.</summary>
    public (TermDictionary Terms, int[] Order) Finish()
    {
        var sorted = _numbers.Keys.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        var order = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++) order[_numbers[sorted[i]]] = i;
        return (new(sorted), order);
    }

    int NumberOf(string term)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out var isKnown);
        if (!isKnown) number = _numbers.Count - 1;
        return number;
    }
}
