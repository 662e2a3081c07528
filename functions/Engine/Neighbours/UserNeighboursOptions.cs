using Matinee.Engine.Baseline;

namespace Matinee.Engine.Neighbours;

/// <summary>How people are compared, and how many of the nearest have a say.</summary>
public sealed record UserNeighboursOptions
{
    /// <summary>The most neighbours that can have a say.</summary>
    public const int MaxNeighbours = 100_000;

    /// <summary>The default of <see cref="Neighbours"/>.</summary>
    public const int DefaultNeighbours = 200;

    /// <summary>The largest shrinkage that can be asked for.</summary>
    public const double MaxShrinkage = 1e6;

    /// <summary>The default of <see cref="Shrinkage"/>.</summary>
    public const double DefaultShrinkage = 100;

    /// <summary>The smallest damping that can be asked for; without any, a person hardly alike could decide alone.</summary>
    public const double MinDamping = 1e-6;

    /// <summary>The largest damping that can be asked for.</summary>
    public const double MaxDamping = 1e6;

    /// <summary>The default of <see cref="Damping"/>.</summary>
    public const double DefaultDamping = 0.05;

    /// <summary>How many people have a say: those most like the viewer, and those most unlike, whose opinion counts reversed.</summary>
    public int Neighbours { get; init => field = Check.InRange(value, 1, MaxNeighbours); } = DefaultNeighbours;

    /// <summary>Draws the likeness of two people towards zero by so many films in common that say nothing.</summary>
    public double Shrinkage { get; init => field = Check.InRange(value, 0, MaxShrinkage); } = DefaultShrinkage;

    /// <summary>The weight of having nothing to say, against the squared likenesses of the people that have.</summary>
    public double Damping { get; init => field = Check.InRange(value, MinDamping, MaxDamping); } = DefaultDamping;

    /// <summary>The baseline that people depart from.</summary>
    public BaselineOptions Baseline { get; init; } = new();
}
