namespace Matinee.Engine.Portraits.Clusters;

/// <summary>Where a falling curve bends.</summary>
static class Elbow
{
    /// <summary>
    /// How far below the chord from the first to the last point each point lies, with both axes scaled to 0 to 1: the knee is where
    /// that is most. Zeros where the curve does not fall.
    /// </summary>
    public static double[] Depths(ReadOnlySpan<double> curve)
    {
        var depths = new double[curve.Length];
        if (curve.Length < 3 || !(curve[0] > curve[^1])) return depths;
        for (var i = 1; i < curve.Length - 1; i++)
        {
            var (x, y) = ((double)i / (curve.Length - 1), (curve[i] - curve[^1]) / (curve[0] - curve[^1]));
            depths[i] = Math.Max(0, 1 - x - y) / Math.Sqrt(2);
        }

        return depths;
    }
}
