namespace Matinee.Engine.Statistics;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations: slow for large ones, exact to the last digits.</summary>
static class Eigen
{
    const int MaxSweeps = 60;
    const double Settled = 1e-28;

    /// <summary>The values, largest first, and the vectors of length 1 in the columns of a row-major matrix in the same order.</summary>
    public static (double[] Values, double[] Vectors) Of(double[] symmetric, int n)
    {
        var a = symmetric.AsSpan(0, n * n).ToArray();
        var vectors = new double[n * n];
        for (var i = 0; i < n; i++) vectors[i * n + i] = 1;
        for (var sweep = 0; sweep < MaxSweeps && OffDiagonal(a, n) > Settled * Squares(a); sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++) Rotate(a, vectors, n, p, q);
            }
        }

        var order = Enumerable.Range(0, n).OrderByDescending(i => a[i * n + i]).ToArray();
        var sorted = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var d = 0; d < n; d++) sorted[d * n + i] = vectors[d * n + order[i]];
        }

        return (Array.ConvertAll(order, i => a[i * n + i]), sorted);
    }

    /// <summary>Turns the plane of two axes so that their entry becomes zero.</summary>
    static void Rotate(double[] a, double[] vectors, int n, int p, int q)
    {
        var entry = a[p * n + q];
        if (entry == 0) return;
        var theta = (a[q * n + q] - a[p * n + p]) / (2 * entry);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1));
        var cosine = 1 / Math.Sqrt(tangent * tangent + 1);
        var sine = tangent * cosine;
        for (var i = 0; i < n; i++) Turn(ref a[i * n + p], ref a[i * n + q], cosine, sine);
        for (var i = 0; i < n; i++) Turn(ref a[p * n + i], ref a[q * n + i], cosine, sine);
        for (var i = 0; i < n; i++) Turn(ref vectors[i * n + p], ref vectors[i * n + q], cosine, sine);
    }

    static void Turn(ref double x, ref double y, double cosine, double sine) =>
        (x, y) = (cosine * x - sine * y, sine * x + cosine * y);

    static double OffDiagonal(double[] a, int n)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) sum += i == j ? 0 : a[i * n + j] * a[i * n + j];
        }

        return sum;
    }

    static double Squares(double[] a) => a.Sum(value => value * value);
}
