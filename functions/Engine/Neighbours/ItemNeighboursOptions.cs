using Matinee.Engine.Baseline;

namespace Matinee.Engine.Neighbours;

/// <summary>How films are compared, and how many of the nearest have a say.</summary>
public sealed record ItemNeighboursOptions
{
    /// <summary>The most neighbours that a film can keep.</summary>
    public const int MaxNeighbours = 10_000;

    /// <summary>The default of <see cref="Neighbours"/>.</summary>
    public const int DefaultNeighbours = 100;

    /// <summary>The largest shrinkage that can be asked for.</summary>
    public const double MaxShrinkage = 1e6;

    /// <summary>The default of <see cref="Shrinkage"/>.</summary>
    public const double DefaultShrinkage = 100;

    /// <summary>The smallest damping that can be asked for; without any, a film hardly alike could decide alone.</summary>
    public const double MinDamping = 1e-6;

    /// <summary>The largest damping that can be asked for.</summary>
    public const double MaxDamping = 1e6;

    /// <summary>The default of <see cref="Damping"/>.</summary>
    public const double DefaultDamping = 0.03;

    /// <summary>How many of the nearest films each film keeps.</summary>
    public int Neighbours { get; init => field = Check.InRange(value, 1, MaxNeighbours); } = DefaultNeighbours;

    /// <summary>Draws the likeness of two films towards zero by so many viewers in common that say nothing.</summary>
    public double Shrinkage { get; init => field = Check.InRange(value, 0, MaxShrinkage); } = DefaultShrinkage;

    /// <summary>The weight of having nothing to say, against the squared likenesses of the films that have.</summary>
    public double Damping { get; init => field = Check.InRange(value, MinDamping, MaxDamping); } = DefaultDamping;

    /// <summary>The baseline that the films depart from.</summary>
    public BaselineOptions Baseline { get; init; } = new();
}
