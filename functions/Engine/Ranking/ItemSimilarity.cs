using Matinee.Engine.Numerics;

namespace Matinee.Engine.Ranking;

/// <summary>How alike films are: 1 for the same in every way, 0 for nothing in common, down to -1 for opposites.</summary>
public abstract class ItemSimilarity
{
    /// <summary>How alike one film is to each of others.</summary>
    public abstract void Between(int item, ReadOnlySpan<int> others, Span<float> similarities);

    /// <summary>As a function says, which must always say the same of the same two films.</summary>
    public static ItemSimilarity From(Func<int, int, float> similarity)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        return new Told(similarity);
    }

    /// <summary>
    /// The cosine of the films' vectors, which are the rows of a matrix; a film without direction (all zero) is like none.
    /// </summary>
    /// <exception cref="ArgumentException">The matrix is not made of whole rows of finite numbers.</exception>
    public static ItemSimilarity FromVectors(ReadOnlyMemory<float> vectors, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        if (vectors.Length % width != 0)
            throw new ArgumentException($"{vectors.Length} numbers are no whole rows of {width}.", nameof(vectors));
        var inverseNorms = new float[vectors.Length / width];
        for (var item = 0; item < inverseNorms.Length; item++)
        {
            var row = vectors.Span.Slice(item * width, width);
            var square = Kernels.Dot(row, row);
            if (!float.IsFinite(square))
                throw new ArgumentException($"The vector of film {item} is not of finite length.", nameof(vectors));
            inverseNorms[item] = square > 0 ? 1 / MathF.Sqrt(square) : 0;
        }

        return new Cosine(vectors, width, inverseNorms);
    }

    sealed class Cosine(ReadOnlyMemory<float> vectors, int width, float[] inverseNorms) : ItemSimilarity
    {
        public override void Between(int item, ReadOnlySpan<int> others, Span<float> similarities)
        {
            var rows = vectors.Span;
            var own = rows.Slice(item * width, width);
            for (var i = 0; i < others.Length; i++)
            {
                var dot = Kernels.Dot(own, rows.Slice(others[i] * width, width));
                similarities[i] = dot * inverseNorms[item] * inverseNorms[others[i]];
            }
        }
    }

    sealed class Told(Func<int, int, float> similarity) : ItemSimilarity
    {
        public override void Between(int item, ReadOnlySpan<int> others, Span<float> similarities)
        {
            for (var i = 0; i < others.Length; i++) similarities[i] = similarity(item, others[i]);
        }
    }
}
