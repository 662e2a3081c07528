using Matinee.Engine.Numerics;

namespace Matinee.Local.Seed.Community;

/// <summary>How somebody uses stars.</summary>
/// <param name="Mean">The stars of a film that leaves them cold.</param>
/// <param name="Spread">How far they go from there.</param>
/// <param name="WholeStars">They give no halves.</param>
readonly record struct RatingHabit(double Mean, double Spread, bool WholeStars)
{
    const double TypicalMean = 3.18;
    const double MeanSpread = 0.22;

    /// <summary>Most are typical, some harsh, some generous, and some love or hate.</summary>
    public static RatingHabit Draw(ref SeededRandom random)
    {
        var (shift, spread) = random.NextDouble() switch
        {
            < 0.13 => (-0.65, 1.0),
            < 0.28 => (0.55, 0.85),
            < 0.38 => (0.0, 1.8),
            _ => (0.0, 1.0),
        };
        var mean = TypicalMean + shift + MeanSpread * random.NextNormal();
        return new(mean, spread * (1 + 0.15 * random.NextNormal()), random.NextDouble() < 0.34);
    }

    /// <summary>Halves of stars for how much a film is liked.</summary>
    public byte HalvesFor(double liking)
    {
        var halves = 2 * (Mean + Spread * liking);
        return (byte)Math.Clamp(WholeStars ? 2 * Math.Round(halves / 2) : Math.Round(halves), WholeStars ? 2 : 1, 10);
    }
}
