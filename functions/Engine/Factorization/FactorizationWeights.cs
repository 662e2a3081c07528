using Matinee.Engine.Files;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Factorization;

/// <summary>The numbers of a fitted factorization.</summary>
/// <param name="Means">Factors and bias of each film.</param>
/// <param name="Moments">The moments of each film, by <see cref="MomentLayout"/>: what folding a viewer in adds up.</param>
/// <param name="Presence">What having rated each film tells about a viewer.</param>
/// <param name="Precisions">How closely viewers keep to what is expected of them.</param>
/// <param name="NoisePrecision">One over the variance of a rating around its prediction.</param>
/// <param name="MeanStars">The mean of all ratings.</param>
/// <param name="Lowest">The lowest stars anyone gave.</param>
/// <param name="Highest">The highest.</param>
sealed record FactorizationWeights(
    ReadOnlyMemory<float> Means,
    ReadOnlyMemory<float> Moments,
    ReadOnlyMemory<float> Presence,
    ReadOnlyMemory<float> Precisions,
    float NoisePrecision,
    float MeanStars,
    float Lowest,
    float Highest)
{
    public ReadOnlySpan<float> OfItem(int item, int width) => Means.Span.Slice(item * width, width);

    public ReadOnlySpan<float> OfMoments(int item, int stride) => Moments.Span.Slice(item * stride, stride);

    public ReadOnlySpan<float> OfPresence(int item, int width) => Presence.Span.Slice(item * width, width);

    public static FactorizationWeights Of(Interactions ratings, FactorSide users, FactorSide items, float noisePrecision)
    {
        var (lowest, highest) = ScaleOf(ratings);
        return new(
            items.Means,
            items.Moments,
            users.Weights,
            users.Precisions,
            noisePrecision,
            ratings.MeanStars,
            lowest,
            highest);
    }

    /// <summary>The lowest and the highest stars given; the whole scale where there are no ratings.</summary>
    public static (float Lowest, float Highest) ScaleOf(Interactions ratings)
    {
        var (lowest, highest) = (Stars.MaxHalves, 1);
        for (var user = 0; user < ratings.Users.Count; user++)
        {
            foreach (var halves in ratings.OfUser(user).Halves) (lowest, highest) = (Math.Min(lowest, halves), Math.Max(highest, halves));
        }

        if (ratings.Count == 0) (lowest, highest) = (1, Stars.MaxHalves);
        return (Stars.FromHalves((byte)lowest), Stars.FromHalves((byte)highest));
    }

    public void Save(ModelFileWriter file, MomentLayout layout)
    {
        file.AddValue("factors", layout.Factors);
        file.Add("means", Means);
        file.Add("moments", Moments);
        file.Add("presence", Presence);
        file.Add("precisions", Precisions);
        file.AddValue("noise", NoisePrecision);
        file.Add<float>("stars", new[] { MeanStars, Lowest, Highest });
    }

    public static FactorizationWeights Read(ModelFile file, int items, out MomentLayout layout)
    {
        var factors = file.Value<int>("factors");
        if (factors is < 1 or > FactorizationOptions.MaxFactors) throw new ModelFileException($"The model says it has {factors} factors.");
        layout = new(factors);
        var stars = file.Section<float>("stars", 3).Span;
        return new(
            file.Section<float>("means", (long)items * layout.Width),
            file.Section<float>("moments", (long)items * layout.Stride),
            file.Section<float>("presence", (long)items * layout.Width),
            file.Section<float>("precisions", layout.Width),
            file.Value<float>("noise"),
            stars[0],
            stars[1],
            stars[2]);
    }
}
