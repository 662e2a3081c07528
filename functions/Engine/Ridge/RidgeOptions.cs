using Matinee.Engine.Features;

namespace Matinee.Engine.Ridge;

/// <summary>How <see cref="RidgeTrainer"/> fits.</summary>
public sealed record RidgeOptions : FeatureModelOptions
{
    /// <summary>The default of <see cref="Regularization"/>.</summary>
    public const double DefaultRegularization = 1e-3;

    /// <summary>The smallest: with less, two columns that say the same could not be told apart.</summary>
    public const double MinRegularization = 1e-6;

    /// <summary>The largest.</summary>
    public const double MaxRegularization = 1e3;

    /// <summary>How strongly weights are drawn to zero, a rating, with columns brought to a standard deviation of one.</summary>
    public double Regularization { get; init => field = Check.InRange(value, MinRegularization, MaxRegularization); } = DefaultRegularization;
}
