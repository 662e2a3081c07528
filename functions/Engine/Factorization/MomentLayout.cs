namespace Matinee.Engine.Factorization;

/// <summary>
/// Where the moments of a row (a film or a viewer) lie. With x = (factors, 1) and b = bias, all expectations under what is
/// still uncertain about the row:
/// </summary>
/// <remarks>
/// <code>
/// 0       E[x·xᵀ]  lower triangle, row after row; its last row is E[x] itself
/// Cross   E[b·x]   whose last entry is E[b]
/// Square  E[b²]
/// </code>
/// padded to whole vectors. The other side's equations are sums of these, so that a row's uncertainty counts and no
/// rating costs more than one pass of additions.
/// </remarks>
readonly record struct MomentLayout(int Factors)
{
    const int Padding = 8;

    /// <summary>The unknowns of a row: its factors, then its bias.</summary>
    public int Width => Factors + 1;

    /// <summary>Where E[x] begins; E[b·x] follows it at once.</summary>
    public int Design => Factors * Width / 2;

    /// <summary>Where E[b·x] begins.</summary>
    public int Cross => Design + Width;

    /// <summary>Where E[b] lies.</summary>
    public int Bias => Cross + Factors;

    /// <summary>Where E[b²] lies.</summary>
    public int Square => Cross + Width;

    /// <summary>The floats of one row.</summary>
    public int Stride => (Square + Padding) / Padding * Padding;

    /// <summary>E[s] and E[s²] of s = viewer's factors · film's factors + both biases, by the moments of the one and the other.</summary>
    public (double Mean, double Square) ProductMoments(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double mean = one[Bias] + other[Bias];
        var square = (double)one[Square] + other[Square] + 2.0 * one[Bias] * other[Bias];
        var at = 0;
        for (var r = 0; r < Factors; r++)
        {
            for (var c = 0; c <= r; c++, at++) square += (c < r ? 2.0 : 1.0) * one[at] * other[at];
            mean += (double)one[Design + r] * other[Design + r];
            square += 2.0 * one[Cross + r] * other[Design + r] + 2.0 * one[Design + r] * other[Cross + r];
        }

        return (mean, square);
    }
}
