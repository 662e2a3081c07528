using Matinee.Engine.Features;

namespace Matinee.Engine.Forest;

/// <summary>How <see cref="ForestTrainer"/> grows its trees.</summary>
public sealed record ForestOptions : FeatureModelOptions
{
    /// <summary>The default of <see cref="Trees"/>.</summary>
    public const int DefaultTrees = 100;

    /// <summary>The most trees.</summary>
    public const int MaxTrees = 2000;

    /// <summary>The default of <see cref="MinLeaf"/>.</summary>
    public const int DefaultMinLeaf = 12;

    /// <summary>The default of <see cref="MaxDepth"/>.</summary>
    public const int DefaultMaxDepth = 20;

    /// <summary>The deepest a tree can be.</summary>
    public const int DeepestDepth = 40;

    /// <summary>The default of <see cref="Bins"/>.</summary>
    public const int DefaultBins = 64;

    /// <summary>The most bins: a place in them is one byte.</summary>
    public const int MaxBins = 256;

    /// <summary>The default of <see cref="Tried"/>.</summary>
    public const double DefaultTried = 0.3;

    /// <summary>How many trees there are.</summary>
    public int Trees { get; init => field = Check.InRange(value, 1, MaxTrees); } = DefaultTrees;

    /// <summary>The fewest ratings in a leaf.</summary>
    public int MinLeaf { get; init => field = Check.InRange(value, 1, 100_000); } = DefaultMinLeaf;

    /// <summary>How many questions lie between the root and a leaf at most.</summary>
    public int MaxDepth { get; init => field = Check.InRange(value, 1, DeepestDepth); } = DefaultMaxDepth;

    /// <summary>Into how many equally filled ranges each column is cut: a question asks for one of their bounds.</summary>
    public int Bins { get; init => field = Check.InRange(value, 2, MaxBins); } = DefaultBins;

    /// <summary>The share of the columns that is tried at each question, chosen anew each time.</summary>
    public double Tried { get; init => field = Check.InRange(value, 0.01, 1); } = DefaultTried;
}
