using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Als;

/// <summary>One side while it is fitted: all users, or all films.</summary>
sealed class AlsSide
{
    const double Spread = 0.1;

    readonly AlsOptions _options;
    readonly StarWeights _stars;
    readonly Func<int, RatingRow> _ratings;

    public AlsSide(int rows, Func<int, RatingRow> ratings, AlsOptions options)
    {
        if ((long)rows * options.Factors > Array.MaxLength)
            throw new ArgumentException($"{rows:N0} rows with {options.Factors} factors do not fit into one array. Take fewer factors.");
        (_options, _stars, _ratings) = (options, new(options.StarsInfluence), ratings);
        Factors = new float[rows * options.Factors];
        (Weights, Regularization) = (new float[rows], new float[rows]);
        Weights.AsSpan().Fill(1);
    }

    /// <summary>The factors of each row.</summary>
    public float[] Factors { get; }

    /// <summary>How much each row counts for the other side.</summary>
    public float[] Weights { get; }

    /// <summary>How strongly each row is drawn towards zero.</summary>
    public float[] Regularization { get; }

    /// <summary>Small random factors.</summary>
    public void Start(ulong seed)
    {
        var random = new SeededRandom(seed);
        var deviation = Spread / Math.Sqrt(_options.Factors);
        foreach (ref var factor in Factors.AsSpan()) factor = (float)(deviation * random.NextNormal());
    }

    /// <summary>Solves every row against the other side.</summary>
    public void Solve(AlsSide other, TrainingRun run)
    {
        var k = _options.Factors;
        var gram = Gramian.Of(other.Factors, k, other.Weights, _options.UnobservedWeight, run);
        Rows.ForEach(Weights.Length, run, () => new AlsRow(k, Math.Min(k, _options.BlockSize), _stars), (row, scratch) =>
            scratch.Solve(Factors.AsSpan(row * k, k), Regularization[row], _ratings(row), other, gram));
    }
}
