using Matinee.Engine.Ratings;

namespace Matinee.Engine.Als;

/// <summary>What <see cref="AlsTrainer"/> minimizes, and how.</summary>
/// <remarks>
/// With x a user's factors, y a film's, n how many ratings either has, a the <see cref="UnobservedWeight"/> and c the weight of a user:
/// <code>
/// Σ rated c·w·(1 − x·y)² + a·Σ all c·(x·y)² + Σ users c·λ·(n + a·films)^e·x² + Σ films λ·(n + a·users)^e·y²
/// </code>
/// The defaults are those that did best on parts of ml-100k and ml-latest-small kept from training.
/// </remarks>
public sealed record AlsOptions
{
    /// <summary>The most factors.</summary>
    public const int MaxFactors = 1024;

    /// <summary>The default of <see cref="Factors"/>.</summary>
    public const int DefaultFactors = 64;

    /// <summary>The most epochs.</summary>
    public const int MaxEpochs = 1000;

    /// <summary>The default of <see cref="Epochs"/>.</summary>
    public const int DefaultEpochs = 10;

    /// <summary>The smallest regularization; without any, nothing says what a film is that nobody rated.</summary>
    public const float MinRegularization = 1e-4f;

    /// <summary>The largest regularization that can be asked for.</summary>
    public const float MaxRegularization = 100;

    /// <summary>The default of <see cref="Regularization"/>.</summary>
    public const float DefaultRegularization = 0.44f;

    /// <summary>The smallest weight of what was not rated.</summary>
    public const float MinUnobservedWeight = 1e-6f;

    /// <summary>The largest weight of what was not rated.</summary>
    public const float MaxUnobservedWeight = 10;

    /// <summary>The default of <see cref="UnobservedWeight"/>.</summary>
    public const float DefaultUnobservedWeight = 0.25f;

    /// <summary>The largest exponent of frequencies.</summary>
    public const float MaxFrequencyExponent = 2;

    /// <summary>The default of <see cref="FrequencyExponent"/>.</summary>
    public const float DefaultFrequencyExponent = 1;

    /// <summary>The default of <see cref="StarsInfluence"/>.</summary>
    public const float DefaultStarsInfluence = 0.5f;

    /// <summary>The default of <see cref="ActivityDamping"/>.</summary>
    public const float DefaultActivityDamping = 0.3f;

    /// <summary>The default of <see cref="BlockSize"/>.</summary>
    public const int DefaultBlockSize = 16;

    /// <summary>How many numbers describe a film.</summary>
    public int Factors { get; init => field = Check.InRange(value, 1, MaxFactors); } = DefaultFactors;

    /// <summary>How often both sides are solved by turns.</summary>
    public int Epochs { get; init => field = Check.InRange(value, 1, MaxEpochs); } = DefaultEpochs;

    /// <summary>
    /// How strongly factors are drawn towards zero, against the noise: at 1 an average user's and film's regularization together
    /// outweigh what as many ratings strewn at random would teach. So one value suits small sets and large ones.
    /// </summary>
    /// <remarks>
    /// The largest singular value of a random matrix with as many ratings is √(ratings a user) + √(ratings a film); λ is such that
    /// the geometric mean of the average user's and the average film's regularization is this times that.
    /// </remarks>
    public float Regularization { get; init => field = Check.InRange(value, MinRegularization, MaxRegularization); } = DefaultRegularization;

    /// <summary>How much a film that a user did not rate counts, against a rating of five stars.</summary>
    public float UnobservedWeight
    {
        get;
        init => field = Check.InRange(value, MinUnobservedWeight, MaxUnobservedWeight);
    } = DefaultUnobservedWeight;

    /// <summary>How the regularization grows with how often someone rated or a film was rated: 0 is alike for all, 1 in proportion.</summary>
    public float FrequencyExponent { get; init => field = Check.InRange(value, 0, MaxFrequencyExponent); } = DefaultFrequencyExponent;

    /// <summary>How much less a rating with fewer stars counts: it weighs 1 − influence·(5 − stars)/4.5.</summary>
    public float StarsInfluence
    {
        get;
        init => field = Check.InRange(value, StarWeights.MinInfluence, StarWeights.MaxInfluence);
    } = DefaultStarsInfluence;

    /// <summary>How much less each rating of a user counts in the films' factors who rated much: a user weighs (n / mean)^−damping.</summary>
    public float ActivityDamping { get; init => field = Check.InRange(value, 0, 1); } = DefaultActivityDamping;

    /// <summary>
    /// How many factors are solved at once, exactly, with the others fixed. All of them is the classic method, whose cost grows with the
    /// square of the factors; with blocks it grows in proportion, and more epochs may be needed.
    /// </summary>
    public int BlockSize { get; init => field = Check.InRange(value, 1, MaxFactors); } = DefaultBlockSize;
}
