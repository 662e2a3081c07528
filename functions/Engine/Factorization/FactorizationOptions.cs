namespace Matinee.Engine.Factorization;

/// <summary>
/// How <see cref="FactorizationTrainer"/> fits. Regularization is not among the options: how far films and viewers stray
/// from their means, and how noisy ratings are, is learned from the data along with the factors.
/// </summary>
public sealed record FactorizationOptions
{
    /// <summary>The default of <see cref="Factors"/>.</summary>
    public const int DefaultFactors = 15;

    /// <summary>The most factors; a film's moments grow with their square.</summary>
    public const int MaxFactors = 127;

    /// <summary>The default of <see cref="Epochs"/>.</summary>
    public const int DefaultEpochs = 20;

    /// <summary>The most epochs.</summary>
    public const int MaxEpochs = 1000;

    /// <summary>The default of <see cref="ImplicitShrinkage"/>.</summary>
    public const float DefaultImplicitShrinkage = 2;

    /// <summary>The smallest shrinkage: below it a film seen once would say too much.</summary>
    public const float MinImplicitShrinkage = 0.01f;

    /// <summary>The largest shrinkage.</summary>
    public const float MaxImplicitShrinkage = 1e6f;

    /// <summary>How many factors a film and a viewer have besides their bias. One less than a multiple of eight fits the vectors.</summary>
    public int Factors { get; init => field = Check.InRange(value, 1, MaxFactors); } = DefaultFactors;

    /// <summary>How often everything is solved once more.</summary>
    public int Epochs { get; init => field = Check.InRange(value, 1, MaxEpochs); } = DefaultEpochs;

    /// <summary>
    /// Learn also from which films somebody rated, whatever the stars, and from who rated a film (SVD++ in both directions).
    /// Off, a viewer is expected in the middle until the stars say otherwise.
    /// </summary>
    public bool Implicit { get; init; } = true;

    /// <summary>How strongly what the mere presence of a rating tells is drawn to nothing; counts like so many ratings.</summary>
    public float ImplicitShrinkage { get; init => field = Check.InRange(value, MinImplicitShrinkage, MaxImplicitShrinkage); } =
        DefaultImplicitShrinkage;
}
