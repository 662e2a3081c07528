using Matinee.Engine;
using Matinee.Engine.Features;
using Matinee.Engine.Forest;

namespace Matinee.MlNet.Forest;

/// <summary>How <see cref="MlNetForestTrainer"/> grows its trees.</summary>
public sealed record MlNetForestOptions
{
    /// <summary>The default of <see cref="MaxLeaves"/>.</summary>
    public const int DefaultMaxLeaves = 1000;

    /// <summary>The most leaves of a tree.</summary>
    public const int MostLeaves = 100_000;

    /// <summary>How many ratings are described to learn from at most; of more a sample is taken.</summary>
    public int MaxRows { get; init => field = Check.InRange(value, FeatureModelOptions.FewestRows, FeatureModelOptions.MostRows); } = FeatureModelOptions.DefaultMaxRows;

    /// <summary>How many trees there are.</summary>
    public int Trees { get; init => field = Check.InRange(value, 1, ForestOptions.MaxTrees); } = ForestOptions.DefaultTrees;

    /// <summary>How many leaves a tree has at most.</summary>
    public int MaxLeaves { get; init => field = Check.InRange(value, 2, MostLeaves); } = DefaultMaxLeaves;

    /// <summary>The fewest ratings in a leaf.</summary>
    public int MinLeaf { get; init => field = Check.InRange(value, 1, 100_000); } = ForestOptions.DefaultMinLeaf;

    /// <summary>The share of the columns that is tried at each question, chosen anew each time.</summary>
    public double Tried { get; init => field = Check.InRange(value, 0.01, 1); } = ForestOptions.DefaultTried;
}
