namespace Matinee.Engine.Neighbours;

/// <summary>What two films, or two people, have in common: sums over the ratings that both have.</summary>
struct Overlap
{
    // Where the baseline explains everything, what is left is rounding: it must not pass for likeness.
    const float Rounding = 1e-6f;

    float _products;
    float _ownSquares;
    float _otherSquares;

    /// <summary>How many ratings both have.</summary>
    public int Common { get; private set; }

    /// <summary>Takes in what one rates above or below the expected, and the other.</summary>
    public void Add(float own, float other)
    {
        _products += own * other;
        _ownSquares += own * own;
        _otherSquares += other * other;
        Common++;
    }

    /// <summary>The correlation, drawn towards zero by so many ratings without any: -1 to 1, 0 where nothing is in common.</summary>
    public readonly float Similarity(float shrinkage)
    {
        var correlation = _products / (MathF.Sqrt(_ownSquares) * MathF.Sqrt(_otherSquares) + Rounding);
        return Math.Clamp(correlation, -1, 1) * Common / Math.Max(Common + shrinkage, 1);
    }
}
