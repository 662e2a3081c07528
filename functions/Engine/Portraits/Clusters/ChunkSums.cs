using Matinee.Engine.Numerics;

namespace Matinee.Engine.Portraits.Clusters;

/// <summary>What one chunk of points adds to each cluster, and its point farthest from any middle.</summary>
sealed class ChunkSums(int clusters, int stride)
{
    public float[] Values { get; } = new float[clusters * stride];

    public int[] Counts { get; } = new int[clusters];

    public bool Changed { get; set; }

    public float Farthest { get; private set; }

    public int FarthestRow { get; private set; }

    public void Clear()
    {
        Array.Clear(Values);
        Array.Clear(Counts);
        (Changed, Farthest, FarthestRow) = (false, 0, -1);
    }

    public void Add(int cluster, ReadOnlySpan<float> point, int row, float squaredDistance)
    {
        Kernels.AddScaled(1, point, Values.AsSpan(cluster * stride, stride));
        Counts[cluster]++;
        if (squaredDistance > Farthest) (Farthest, FarthestRow) = (squaredDistance, row);
    }
}
