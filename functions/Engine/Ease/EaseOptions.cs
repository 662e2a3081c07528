using Matinee.Engine.Ratings;

namespace Matinee.Engine.Ease;

/// <summary>How <see cref="EaseTrainer"/> learns, and how much of it is kept.</summary>
/// <remarks>The defaults are those that did well on parts of both ml-100k and ml-latest-small kept from training.</remarks>
public sealed record EaseOptions
{
    /// <summary>The smallest regularization; films that are always seen together could not be told apart without any.</summary>
    public const float MinRegularization = 0.1f;

    /// <summary>The largest regularization that can be asked for.</summary>
    public const float MaxRegularization = 1e6f;

    /// <summary>The default of <see cref="Regularization"/>.</summary>
    public const float DefaultRegularization = 200;

    /// <summary>The largest dropout.</summary>
    public const float MaxDropout = 0.95f;

    /// <summary>The default of <see cref="Dropout"/>.</summary>
    public const float DefaultDropout = 0.5f;

    /// <summary>The default of <see cref="StarsInfluence"/>.</summary>
    public const float DefaultStarsInfluence = 0.5f;

    /// <summary>The most films that can be asked for: the matrix of their pairs takes 6.4 GB.</summary>
    public const int MaxMaxItems = 40_000;

    /// <summary>The default of <see cref="MaxItems"/>: the matrix of their pairs takes 576 MB while training.</summary>
    public const int DefaultMaxItems = 12_000;

    /// <summary>The default of <see cref="KeptPerFilm"/>.</summary>
    public const int DefaultKeptPerFilm = 1000;

    /// <summary>How strongly weights are drawn towards zero: as if so many more people had seen each film, and no other.</summary>
    public float Regularization { get; init => field = Check.InRange(value, MinRegularization, MaxRegularization); } = DefaultRegularization;

    /// <summary>
    /// Learns as if each own film were left out with this probability, so that no weight relies on one film alone; draws the weights of
    /// films that many have seen towards zero the more.
    /// </summary>
    public float Dropout { get; init => field = Check.InRange(value, 0, MaxDropout); } = DefaultDropout;

    /// <summary>How much less a rating with fewer stars counts: it weighs 1 − influence·(5 − stars)/4.5.</summary>
    public float StarsInfluence
    {
        get;
        init => field = Check.InRange(value, StarWeights.MinInfluence, StarWeights.MaxInfluence);
    } = DefaultStarsInfluence;

    /// <summary>
    /// How many films take part, the most rated ones: memory grows with their square, time with their cube. All others neither speak for
    /// any film nor get a score above nothing.
    /// </summary>
    public int MaxItems { get; init => field = Check.InRange(value, 1, MaxMaxItems); } = DefaultMaxItems;

    /// <summary>How many weights a film keeps, the strongest: what it says of all others is next to nothing.</summary>
    public int KeptPerFilm { get; init => field = Check.InRange(value, 1, MaxMaxItems); } = DefaultKeptPerFilm;
}
