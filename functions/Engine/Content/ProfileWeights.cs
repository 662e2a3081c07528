using Matinee.Engine.Files;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Content;

/// <summary>How a viewer's ratings count in their profile: by what having seen a film is worth, and the stars above the own mean.</summary>
/// <remarks>
/// With n ratings whose stars add up to s, the mean is m = (s + meanShrinkage·meanOfAll) / (n + meanShrinkage), and a rating counts
/// (seen + stars − m) / (n + shrinkage).
/// </remarks>
readonly record struct ProfileWeights(float Seen, float Shrinkage, float MeanShrinkage, float MeanOfAll)
{
    const string Section = "profile";

    /// <summary>The viewer's mean, drawn towards that of all; that of all where neither a rating nor the shrinkage says anything.</summary>
    public double Mean(int ratings, double stars) =>
        ratings + MeanShrinkage > 0 ? (stars + MeanShrinkage * MeanOfAll) / (ratings + MeanShrinkage) : MeanOfAll;

    /// <summary>What sums over the ratings are divided by; never zero.</summary>
    public double Divisor(int ratings) => Math.Max(ratings + Shrinkage, 1e-6);

    public void Add(ModelFileWriter file) => file.Add<float>(Section, new[] { Seen, Shrinkage, MeanShrinkage, MeanOfAll });

    public static ProfileWeights Read(ModelFile file)
    {
        var values = file.Section<float>(Section, 4).Span;
        var read = new ProfileWeights(values[0], values[1], values[2], values[3]);
        return read is
            {
                Seen: >= 0 and <= ContentOptions.MaxSeenWorth,
                Shrinkage: >= 0 and <= ContentOptions.MaxShrinkage,
                MeanShrinkage: >= 0 and <= ContentOptions.MaxShrinkage,
                MeanOfAll: >= Stars.Min and <= Stars.Max,
            }
            ? read
            : throw new ModelFileException($"The section '{Section}' holds {string.Join(", ", values.ToArray())}: out of range.");
    }
}
