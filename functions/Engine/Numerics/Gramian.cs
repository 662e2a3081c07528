using Matinee.Engine.Training;

namespace Matinee.Engine.Numerics;

/// <summary>RᵀR of a tall matrix, on several threads, the same to the last bit on any number of them.</summary>
static class Gramian
{
    /// <summary>How many rows add up before their sum joins the others: fixed, so that the order of adding is.</summary>
    public const int Chunk = 2048;

    const int ScaledAtOnce = 64;

    /// <summary>factor · Σ weights[r] · row r · row rᵀ, all of the square matrix; weights must not be negative.</summary>
    public static float[] Of(ReadOnlyMemory<float> rows, int width, ReadOnlyMemory<float> weights, float factor, TrainingRun run)
    {
        if (rows.Length != (long)weights.Length * width) Throw.Lengths(rows.Length, (long)weights.Length * width);
        var parts = new float[(weights.Length + Chunk - 1) / Chunk][];
        Rows.ForEach(parts.Length, run, () => new float[ScaledAtOnce * width], (part, scaled) =>
        {
            parts[part] = new float[width * width];
            var end = Math.Min((part + 1) * Chunk, weights.Length);
            for (var start = part * Chunk; start < end; start += ScaledAtOnce)
            {
                var count = Math.Min(ScaledAtOnce, end - start);
                scaled.AsSpan(0, count * width).Clear();
                for (var r = 0; r < count; r++)
                {
                    var row = rows.Span.Slice((start + r) * width, width);
                    Kernels.AddScaled(MathF.Sqrt(weights.Span[start + r]), row, scaled.AsSpan(r * width, width));
                }

                Kernels.AddGramLower(scaled.AsSpan(0, count * width), width, parts[part]);
            }
        }, chunk: 1);

        var gram = new float[width * width];
        foreach (var part in parts) Kernels.AddScaled(factor, part, gram);
        for (var r = 0; r < width; r++)
        {
            for (var c = 0; c < r; c++) gram[c * width + r] = gram[r * width + c];
        }

        return gram;
    }
}
