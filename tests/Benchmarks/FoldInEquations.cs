using Matinee.Engine.Numerics;

namespace Matinee.Benchmarks;

/// <summary>The arithmetic of folding a viewer in, for implicit least squares: one small system of equations for each viewer.</summary>
sealed class FoldInEquations
{
    const int K = ServeCatalogue.Factors;
    const float Confidence = 10;

    readonly float[] _ofAll = new float[K * K];
    readonly float[] _matrix = new float[K * K];
    readonly float[] _right = new float[K];

    public FoldInEquations(float[] films) => Kernels.AddGramLower(films, K, _ofAll);

    public float[] Solve(float[] films, ReadOnlySpan<int> rated, float regularization)
    {
        _ofAll.CopyTo(_matrix, 0);
        Array.Clear(_right);
        for (var i = 0; i < K; i++) _matrix[i * K + i] += regularization;
        foreach (var item in rated)
        {
            var film = films.AsSpan(item * K, K);
            Kernels.AddOuterLower(Confidence, film, _matrix);
            Kernels.AddScaled(1 + Confidence, film, _right);
        }

        Cholesky.Factor(_matrix, K);
        Cholesky.Solve(_matrix, K, _right);
        return _right;
    }
}
