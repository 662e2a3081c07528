using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Neural;

/// <summary>The sizes of the net and where its weights lie in one array.</summary>
/// <remarks>
/// <para>
/// With a person p, a film q and their product p∘q: h₁ = relu(P·p + F·q + C·(p∘q) + b₁), h₂ = relu(W·h₁ + b₂),
/// z = g·(p∘q) + v·h₂ + bias of the film + bias of the person, stars = 0.5 + 4.5·σ(z).
/// </para>
/// <para>
/// A matrix lies in strips of 16 outputs: number (o, i) at ((o / 16)·inputs + i)·16 + o mod 16, so that a product runs in
/// tiles of 16 outputs and 16 films.
/// </para>
/// </remarks>
readonly record struct NetShape(int Embedding, int First, int Second)
{
    const int Padding = 8;

    /// <summary>P: from the person to the first layer.</summary>
    public const int Person = 0;

    /// <summary>F: from the film to the first layer.</summary>
    public int Film => Embedding * First;

    /// <summary>C: from the product of both to the first layer.</summary>
    public int Both => 2 * Embedding * First;

    /// <summary>b₁.</summary>
    public int FirstBias => 3 * Embedding * First;

    /// <summary>W: from the first to the second layer.</summary>
    public int Deep => FirstBias + First;

    /// <summary>b₂.</summary>
    public int SecondBias => Deep + First * Second;

    /// <summary>g.</summary>
    public int Product => SecondBias + Second;

    /// <summary>v.</summary>
    public int Out => Product + Embedding;

    /// <summary>How many weights the net has.</summary>
    public int Weights => Out + Second;

    /// <summary>The floats of a film: as it is met, what liking it tells, what having seen it tells, its bias.</summary>
    public int FilmStride => 3 * Embedding + Padding;

    /// <summary>Where what liking a film tells begins.</summary>
    public int Liked => Embedding;

    /// <summary>Where what having seen a film tells begins.</summary>
    public int Seen => 2 * Embedding;

    /// <summary>Where a film's bias lies.</summary>
    public int FilmBias => 3 * Embedding;

    /// <summary>The floats of a person: the embedding, then the bias.</summary>
    public int PersonStride => Embedding + Padding;

    /// <summary>The z that means so many stars.</summary>
    public static float Logit(float stars)
    {
        // The very ends of the scale are infinitely far away.
        var share = (Math.Clamp(stars, 0.6, 4.9) - Stars.Min) / (Stars.Max - Stars.Min);
        return (float)Math.Log(share / (1 - share));
    }

    /// <summary>The stars that z means.</summary>
    public static float OnScale(float z) => Stars.Min + (Stars.Max - Stars.Min) / (1 + MathF.Exp(-z));

    /// <summary>Where in the strips of a matrix with so many inputs a number lies.</summary>
    public static int At(int output, int input, int inputs) =>
        (output / Kernels.TileSide * inputs + input) * Kernels.TileSide + output % Kernels.TileSide;
}
