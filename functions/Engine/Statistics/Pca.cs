using Matinee.Engine.Numerics;
using Matinee.Engine.Training;

namespace Matinee.Engine.Statistics;

/// <summary>The two directions in which points differ most: a map that they can be drawn on.</summary>
/// <param name="Mean">What lies in the middle of the map.</param>
/// <param name="First">The direction in which the points differ most, of length 1; zeros where they are all the same.</param>
/// <param name="Second">Across the first, the direction in which they differ most.</param>
/// <param name="FirstShare">The share of all variance that lies along the first direction.</param>
/// <param name="SecondShare">The share that lies along the second one.</param>
public sealed record Pca(double[] Mean, double[] First, double[] Second, double FirstShare, double SecondShare)
{
    /// <summary>The map of points, given in rows of <paramref name="width"/> numbers; the largest loading of a direction is positive.</summary>
    public static Pca Of(ReadOnlyMemory<float> rows, int width, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var count = rows.Length / width;
        if (rows.Length != (long)count * width) Throw.Lengths(rows.Length, (long)count * width);
        var mean = Means(rows.Span, width);
        var centred = new float[rows.Length];
        for (var i = 0; i < centred.Length; i++) centred[i] = (float)(rows.Span[i] - mean[i % width]);
        var weights = new float[count];
        Array.Fill(weights, 1f);
        var gram = Gramian.Of(centred, width, weights, 1, run);
        var (values, vectors) = Eigen.Of(Array.ConvertAll(gram, value => (double)value), width);
        var total = values.Sum(value => Math.Max(0, value));
        return new(mean, Direction(0), Direction(1), Share(0), Share(1));

        double Share(int i) => i < width && total > 0 ? Math.Max(0, values[i]) / total : 0;

        double[] Direction(int i)
        {
            var direction = new double[width];
            if (Share(i) <= 0) return direction;
            for (var d = 0; d < width; d++) direction[d] = vectors[d * width + i];
            // Either sign would do; the same data must get the same one.
            var largest = direction.MaxBy(Math.Abs);
            return largest < 0 ? Array.ConvertAll(direction, value => -value) : direction;
        }
    }

    /// <summary>Where a point lies on the map.</summary>
    public (double X, double Y) Of(ReadOnlySpan<float> point)
    {
        if (point.Length != Mean.Length) Throw.Lengths(point.Length, Mean.Length);
        var (x, y) = (0.0, 0.0);
        for (var i = 0; i < point.Length; i++)
        {
            x += (point[i] - Mean[i]) * First[i];
            y += (point[i] - Mean[i]) * Second[i];
        }

        return (x, y);
    }

    static double[] Means(ReadOnlySpan<float> rows, int width)
    {
        var mean = new double[width];
        for (var i = 0; i < rows.Length; i++) mean[i % width] += rows[i];
        for (var d = 0; d < width && rows.Length > 0; d++) mean[d] /= rows.Length / width;
        return mean;
    }
}
