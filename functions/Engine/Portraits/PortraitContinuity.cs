using Matinee.Engine.Portraits.Clusters;

namespace Matinee.Engine.Portraits;

/// <summary>Finds the portraits of the last training again among new ones, so that ids and names don't jump.</summary>
/// <remarks>
/// Middles are compared feature by feature, by name and in the raw units, measured with the last training's scales. The pairing that
/// costs least in all is taken (<see cref="BestPairs"/>). A pair further apart than most of the usual distance between portraits is
/// no pair; a name is kept within half of that distance, for its meaning still holds there.
/// </remarks>
static class PortraitContinuity
{
    const double SamePortrait = 0.75;
    const double SameName = 0.5;

    /// <summary>For each new portrait the place of the old one that it continues, or -1, and whether the old name still fits.</summary>
    public static (int Old, bool KeepsName)[] Match(PortraitsModel? previous, FeatureSpace space, float[] middles, int count)
    {
        var matches = new (int Old, bool KeepsName)[count];
        Array.Fill(matches, (-1, false));
        if (previous is null || previous.Portraits.Count == 0 || count == 0) return matches;
        var old = Enumerable.Range(0, previous.Portraits.Count).Select(p => previous.Weights.Middle(p).ToArray()).ToArray();
        var now = Enumerable.Range(0, count).Select(p => Moved(middles.AsSpan(p * space.Width, space.Width), space, previous.Space)).ToArray();
        var costs = new double[count, old.Length];
        for (var n = 0; n < count; n++)
        {
            for (var o = 0; o < old.Length; o++) costs[n, o] = Distance(now[n], old[o]);
        }

        var usual = Usual(old, previous.Space);
        var pairs = BestPairs.Of(costs);
        for (var n = 0; n < count; n++)
        {
            if (pairs[n] < 0 || costs[n, pairs[n]] > SamePortrait * usual) continue;
            matches[n] = (pairs[n], costs[n, pairs[n]] <= SameName * usual);
        }

        return matches;
    }

    /// <summary>The old middles in the new space, as one more start for k-means; empty where there are none.</summary>
    public static float[] Start(PortraitsModel? previous, FeatureSpace space) => previous is null
        ? []
        : [.. Enumerable.Range(0, previous.Portraits.Count)
            .SelectMany(p => Moved(previous.Weights.Middle(p).ToArray(), previous.Space, space).Select(value => float.IsNaN(value) ? 0 : value))];

    /// <summary>A point of one space in another; NaN for what the one does not measure.</summary>
    static float[] Moved(ReadOnlySpan<float> point, FeatureSpace from, FeatureSpace to)
    {
        var moved = new float[to.Width];
        Array.Fill(moved, float.NaN);
        for (var i = 0; i < point.Length; i++)
        {
            for (var j = 0; j < moved.Length; j++)
            {
                if (to.Columns[j].Kind == from.Columns[i].Kind && to.Columns[j].Of == from.Columns[i].Of)
                    moved[j] = to.Columns[j].Scaled(from.Columns[i].Raw(point[i]));
            }
        }

        return moved;
    }

    static double Distance(float[] one, float[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            if (!float.IsNaN(one[i])) sum += ((double)one[i] - other[i]) * (one[i] - other[i]);
        }

        return Math.Sqrt(sum);
    }

    /// <summary>The mean distance of a portrait from the one nearest to it; with one portrait alone, that of people from the middle.</summary>
    static double Usual(float[][] old, FeatureSpace space) => old.Length == 1
        ? Math.Sqrt(space.Columns.Select(column => column.Kind).Distinct().Sum(FeatureKinds.Weight))
        : Enumerable.Range(0, old.Length).Average(i => Enumerable.Range(0, old.Length).Where(j => j != i).Min(j => Distance(old[i], old[j])));
}
