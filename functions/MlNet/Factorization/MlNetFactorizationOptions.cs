using Matinee.Engine;
using Matinee.Engine.Factorization;

namespace Matinee.MlNet.Factorization;

/// <summary>How <see cref="MlNetFactorizationTrainer"/> fits.</summary>
public sealed record MlNetFactorizationOptions
{
    /// <summary>The default of <see cref="Factors"/>.</summary>
    public const int DefaultFactors = 15;

    /// <summary>The default of <see cref="Epochs"/>.</summary>
    public const int DefaultEpochs = 10;

    /// <summary>The default of <see cref="Regularization"/>.</summary>
    public const double DefaultRegularization = 0.1;

    /// <summary>The default of <see cref="LearningRate"/>.</summary>
    public const double DefaultLearningRate = 0.1;

    /// <summary>How many factors a film and a viewer have besides their bias.</summary>
    public int Factors { get; init => field = Check.InRange(value, 1, FactorizationOptions.MaxFactors); } = DefaultFactors;

    /// <summary>How often all ratings are gone through.</summary>
    public int Epochs { get; init => field = Check.InRange(value, 1, FactorizationOptions.MaxEpochs); } = DefaultEpochs;

    /// <summary>How strongly each rating draws the factors it moves to zero.</summary>
    public double Regularization { get; init => field = Check.InRange(value, 1e-6, 10); } = DefaultRegularization;

    /// <summary>How far each rating moves factors at first; the steps shrink by themselves.</summary>
    public double LearningRate { get; init => field = Check.InRange(value, 1e-6, 1); } = DefaultLearningRate;
}
