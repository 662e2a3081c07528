using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Als;

/// <summary>Makes a model of film vectors that Spark's ALS has found with implicit feedback.</summary>
/// <remarks>
/// Spark solves (YᵀY + Σ α·r·y·yᵀ + n·λ)·x = Σ (1 + α·r)·y for a user with n ratings of r stars. Divided by 5·α that is
/// (s·YᵀY + Σ w·y·yᵀ + n·s·λ)·x = Σ (w + s)·y with s = 1/(5·α) and w = r/5, which are the weights of stars with an influence of
/// nine tenths. So viewers get the very vectors that Spark's users have.
/// </remarks>
public static class SparkAls
{
    const float InfluenceOfProportion = 0.9f;

    /// <summary>The model.</summary>
    /// <param name="films">The films.</param>
    /// <param name="factors">Their vectors, one behind the other, in the order of the films.</param>
    /// <param name="options">How Spark was set.</param>
    /// <param name="run">Threads and the end of them.</param>
    /// <exception cref="ArgumentException">The vectors can't be of these films, or span less room than they have numbers.</exception>
    public static AlsModel ToModel(IdMap films, ReadOnlyMemory<float> factors, SparkAlsOptions options, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(films);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(run);
        var rank = films.Count == 0 ? 0 : factors.Length / films.Count;
        if (rank is < 1 or > AlsOptions.MaxFactors || factors.Length != films.Count * rank)
            throw new ArgumentException($"{factors.Length} numbers are not 1 to {AlsOptions.MaxFactors} for each of {films.Count} films.", nameof(factors));
        var unobserved = 1 / (Stars.Max * options.Alpha);
        var weights = new float[films.Count];
        weights.AsSpan().Fill(1);
        var matrix = Gramian.Of(factors, rank, weights, unobserved, run);
        try
        {
            Cholesky.Factor(matrix.AsSpan().ToArray(), rank);
        }
        catch (InvalidOperationException error)
        {
            // Somebody with one rating would be left without an answer.
            throw new ArgumentException($"The vectors of {films.Count} films do not span the {rank} dimensions that they have. Train with a lower rank.", nameof(factors), error);
        }

        return new(films, factors, matrix, rank, new(new(InfluenceOfProportion), unobserved, unobserved * options.RegParam));
    }
}
