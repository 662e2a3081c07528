using Matinee.Core.Models;
using Scale = Matinee.Engine.Ratings.Stars;

namespace Matinee.Core.Recommendations;

/// <summary>How many stars a viewer would give, and where that lies four times out of five.</summary>
/// <param name="Stars">The most likely number.</param>
/// <param name="Low">One time in ten it is less.</param>
/// <param name="High">One time in ten it is more.</param>
public sealed record StarEstimate(double Stars, double Low, double High)
{
    /// <summary>How often the true stars lie within.</summary>
    public const double Coverage = 0.8;

    /// <summary>The error of predictions that know no more than what a film gets on average.</summary>
    public const double AverageError = 1.0;

    // So far from the mean lie the ends of the middle 80 % of a normal distribution.
    const double Deviations = 1.2816;

    // After so many ratings a viewer is half known.
    const double HalfKnown = 5;
    const int Digits = 2;

    /// <summary>An estimate whose error is known.</summary>
    /// <param name="stars">The most likely number.</param>
    /// <param name="deviation">How far it is off, root mean square.</param>
    public static StarEstimate Around(double stars, double deviation) =>
        new(OnScale(stars), OnScale(stars - Deviations * deviation), OnScale(stars + Deviations * deviation));

    /// <summary>
    /// How far the predictions of a model that does not say so itself are off, root mean square: as it was measured on ratings kept from its training, and for a viewer of
    /// whom it knows little so much more, up to what an average is off.
    /// </summary>
    /// <param name="manifest">What is known of the model; null without one.</param>
    /// <param name="ratings">How many ratings of the viewer it goes by.</param>
    public static double ErrorOf(ModelManifest? manifest, int ratings)
    {
        var measured = manifest?.Metrics.GetValueOrDefault(ModelMetric.StarsRmse)?.Value ?? AverageError;
        if (measured >= AverageError) return measured;
        var known = ratings / (ratings + HalfKnown);
        return Math.Sqrt(known * measured * measured + (1 - known) * AverageError * AverageError);
    }

    static double OnScale(double stars) => Math.Round(Math.Clamp(stars, Scale.Min, Scale.Max), Digits);
}
