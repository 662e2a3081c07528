using Matinee.Engine.Facts;

namespace Matinee.Engine.Portraits;

/// <summary>How likely a person belongs to each portrait: their size, what the person tells, and what they have rated.</summary>
/// <remarks>
/// k-means is the fit of round clouds of one width; the same clouds weigh here, exp(−d² / 2σ²), with σ² from the spread of people
/// about their middles. The features of somebody with n ratings are drawn towards what is usual, so they are compared with middles
/// drawn likewise, by n / (n + 10): a few ratings make nobody a member of whichever portrait lies in the middle, and none at all leave
/// sizes and profile to decide.
/// </remarks>
sealed class PortraitWeights(FeatureSpace space, float[] middles, int[] sizes, double variance, ProfileEvidence evidence)
{
    const double Reserve = 10;

    public int Count => sizes.Length;

    public ProfileEvidence Evidence => evidence;

    public float[] Middles => middles;

    public ReadOnlySpan<float> Middle(int portrait) => middles.AsSpan(portrait * Width, Width);

    int Width => sizes.Length == 0 ? 0 : middles.Length / sizes.Length;

    /// <summary>The logarithms of what sizes and profile say, before any rating.</summary>
    public double[] Before(PersonFacts person)
    {
        var logarithms = Array.ConvertAll(sizes, size => Math.Log(size));
        evidence.AddTo(logarithms, person);
        return logarithms;
    }

    /// <summary>The weights, which add up to one.</summary>
    /// <param name="before">What <see cref="Before"/> says of the person.</param>
    /// <param name="features">Where the person lies.</param>
    /// <param name="ratings">How many ratings say so.</param>
    public double[] Of(double[] before, ReadOnlySpan<float> features, int ratings)
    {
        if (Count == 0) return [];
        var weights = (double[])before.Clone();
        for (var p = 0; p < Count && ratings > 0; p++)
            weights[p] -= TasteDistance(features, p, ratings / (ratings + Reserve)) / (2 * variance);
        var largest = weights.Max();
        for (var p = 0; p < Count; p++) weights[p] = Math.Exp(weights[p] - largest);
        var sum = weights.Sum();
        for (var p = 0; p < Count; p++) weights[p] /= sum;
        return weights;
    }

    /// <summary>The portrait whose middle is nearest, as k-means sees it.</summary>
    public int Nearest(ReadOnlySpan<float> features)
    {
        var nearest = 0;
        var least = double.PositiveInfinity;
        for (var p = 0; p < Count; p++)
        {
            var distance = SquaredDistance(features, p);
            if (distance < least) (nearest, least) = (p, distance);
        }

        return nearest;
    }

    /// <summary>
    /// σ² of clouds: the mean variance about the middles over features, each weighed by its own variance, for many features hardly vary
    /// at all and would make the others look surer than they are.
    /// </summary>
    public static double VarianceOf(UserFeatures features, float[] middles, int[] labels)
    {
        var width = features.Space.Width;
        var squares = new double[width];
        for (var row = 0; row < labels.Length; row++)
        {
            var point = features[row];
            for (var d = 0; d < width; d++)
            {
                var off = (double)point[d] - middles[labels[row] * width + d];
                squares[d] += off * off;
            }
        }

        var (sum, weighed) = (0.0, 0.0);
        foreach (var square in squares)
        {
            sum += square / labels.Length;
            weighed += square / labels.Length * (square / labels.Length);
        }

        // People who are all alike leave nothing to be unsure of; 1 only keeps the division sound.
        return sum > 0 ? weighed / sum : 1;
    }

    /// <summary>The squared distance from where a member of the portrait would lie of whom so much has been heard.</summary>
    double TasteDistance(ReadOnlySpan<float> features, int portrait, double heard)
    {
        var sum = 0.0;
        var middle = Middle(portrait);
        for (var d = 0; d < middle.Length; d++)
        {
            // A newcomer's count is only the first of it; and the profile has been heard as evidence.
            if (space.Columns[d].Kind is FeatureKind.Activity or FeatureKind.Age or FeatureKind.Gender or FeatureKind.Occupation) continue;
            var off = features[d] - heard * middle[d];
            sum += off * off;
        }

        return sum;
    }

    double SquaredDistance(ReadOnlySpan<float> features, int portrait)
    {
        var sum = 0.0;
        var middle = Middle(portrait);
        for (var d = 0; d < middle.Length; d++) sum += ((double)features[d] - middle[d]) * (features[d] - middle[d]);
        return sum;
    }
}
