namespace Matinee.Engine.Statistics;

/// <summary>How far two divisions of the same things agree (Hubert and Arabie, 1985): 1 when they are the same, about 0 by chance.</summary>
public static class AdjustedRand
{
    /// <summary>The index of two divisions, each given as a label for every thing; what the labels are does not matter.</summary>
    public static double Of(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        if (one.Length != other.Length) Throw.Lengths(one.Length, other.Length);
        var (both, ofOne, ofOther) = (new Dictionary<(int, int), long>(), new Dictionary<int, long>(), new Dictionary<int, long>());
        for (var i = 0; i < one.Length; i++)
        {
            both[(one[i], other[i])] = both.GetValueOrDefault((one[i], other[i])) + 1;
            ofOne[one[i]] = ofOne.GetValueOrDefault(one[i]) + 1;
            ofOther[other[i]] = ofOther.GetValueOrDefault(other[i]) + 1;
        }

        var (together, left, right) = (Pairs(both.Values), Pairs(ofOne.Values), Pairs(ofOther.Values));
        var all = one.Length * (one.Length - 1.0) / 2;
        var expected = all == 0 ? 0 : left * right / all;
        var most = (left + right) / 2;
        // Both put everything together, or everything apart: the same division, with nothing to adjust by.
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    static double Pairs(IEnumerable<long> sizes) => sizes.Sum(size => size * (size - 1) / 2.0);
}
