using Matinee.Engine.Facts;
using Matinee.Engine.Models;

namespace Matinee.Engine.Blend;

/// <summary>What <see cref="BlendTrainer"/> blends, and how it learns to.</summary>
public sealed record BlendOptions
{
    /// <summary>The default of <see cref="HeldOut"/>.</summary>
    public const double DefaultHeldOut = 0.1;

    /// <summary>The most that can be held out: the members would learn from less than half.</summary>
    public const double MaxHeldOut = 0.5;

    /// <summary>The most members.</summary>
    public const int MaxMembers = 32;

    /// <summary>The trainers of the models to blend, at least one; all must predict stars.</summary>
    public required IReadOnlyList<ITrainer> Members
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            Check.InRange(value.Count, 1, MaxMembers, nameof(Members));
            field = value;
        }
    }

    /// <summary>
    /// What people have told of themselves: the weights are learned with members told it too (<see cref="IProfiledModel"/>). Members
    /// that learn from facts have them from their own options.
    /// </summary>
    public KnownFacts Facts { get; init => field = value ?? throw new ArgumentNullException(nameof(Facts)); } = KnownFacts.None;

    /// <summary>The share of the ratings that the weights are learned on, before the members are fitted again on all.</summary>
    public double HeldOut { get; init => field = Check.InRange(value, 0.01, MaxHeldOut); } = DefaultHeldOut;
}
