namespace Matinee.Engine.Neural;

/// <summary>How <see cref="NeuralTrainer"/> learns.</summary>
public sealed record NeuralOptions
{
    /// <summary>Sizes are whole multiples of this: the side of a tile.</summary>
    public const int Tile = Numerics.Kernels.TileSide;

    /// <summary>The largest embedding or layer.</summary>
    public const int MaxSize = 256;

    /// <summary>The default of <see cref="Embedding"/>.</summary>
    public const int DefaultEmbedding = 32;

    /// <summary>The default of <see cref="FirstLayer"/>.</summary>
    public const int DefaultFirstLayer = 32;

    /// <summary>The default of <see cref="SecondLayer"/>.</summary>
    public const int DefaultSecondLayer = 16;

    /// <summary>The default of <see cref="Dropout"/>.</summary>
    public const double DefaultDropout = 0.5;

    /// <summary>The default of <see cref="LearningRate"/>.</summary>
    public const double DefaultLearningRate = 0.001;

    /// <summary>The default of <see cref="Regularization"/>.</summary>
    public const double DefaultRegularization = 0.2;

    /// <summary>The default of <see cref="Batch"/>.</summary>
    public const int DefaultBatch = 32;

    /// <summary>The default of <see cref="Epochs"/>.</summary>
    public const int DefaultEpochs = 60;

    /// <summary>The default of <see cref="Patience"/>.</summary>
    public const int DefaultPatience = 4;

    /// <summary>The default of <see cref="HeldOut"/>.</summary>
    public const double DefaultHeldOut = 0.1;

    /// <summary>The default of <see cref="FoldInSteps"/>.</summary>
    public const int DefaultFoldInSteps = 8;

    /// <summary>The default of <see cref="FoldInRate"/>.</summary>
    public const double DefaultFoldInRate = 0.04;

    /// <summary>How many numbers a film and a person are.</summary>
    public int Embedding { get; init => field = Sized(value, nameof(Embedding)); } = DefaultEmbedding;

    /// <summary>The neurons of the first hidden layer.</summary>
    public int FirstLayer { get; init => field = Sized(value, nameof(FirstLayer)); } = DefaultFirstLayer;

    /// <summary>The neurons of the second hidden layer.</summary>
    public int SecondLayer { get; init => field = Sized(value, nameof(SecondLayer)); } = DefaultSecondLayer;

    /// <summary>The share of the neurons that is left out at random while learning.</summary>
    public double Dropout { get; init => field = Check.InRange(value, 0, 0.9); } = DefaultDropout;

    /// <summary>The size of a step (Adam).</summary>
    public double LearningRate { get; init => field = Check.InRange(value, 1e-6, 1); } = DefaultLearningRate;

    /// <summary>How strongly embeddings are drawn to zero, a rating.</summary>
    public double Regularization { get; init => field = Check.InRange(value, 0, 10); } = DefaultRegularization;

    /// <summary>How many people's parts make one step.</summary>
    public int Batch { get; init => field = Check.InRange(value, 1, 1024); } = DefaultBatch;

    /// <summary>The most passes over the ratings.</summary>
    public int Epochs { get; init => field = Check.InRange(value, 1, 10_000); } = DefaultEpochs;

    /// <summary>So many passes without a gain on the ratings held out end the learning.</summary>
    public int Patience { get; init => field = Check.InRange(value, 1, 10_000); } = DefaultPatience;

    /// <summary>The share of the ratings that says when to stop.</summary>
    public double HeldOut { get; init => field = Check.InRange(value, 0.001, 0.5); } = DefaultHeldOut;

    /// <summary>How many gradient steps a person takes from the average of their films when folded in; 0 leaves it at the average.</summary>
    public int FoldInSteps { get; init => field = Check.InRange(value, 0, 1000); } = DefaultFoldInSteps;

    /// <summary>The size of each of these steps.</summary>
    public double FoldInRate { get; init => field = Check.InRange(value, 1e-6, 1); } = DefaultFoldInRate;

    static int Sized(int value, string option) =>
        Check.InRange(value, Tile, MaxSize, option) % Tile == 0
            ? value
            : throw new ArgumentOutOfRangeException(option, value, $"{option} must be a multiple of {Tile}.");
}
