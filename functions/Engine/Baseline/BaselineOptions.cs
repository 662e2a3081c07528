namespace Matinee.Engine.Baseline;

/// <summary>How much a bias is believed: it is drawn towards zero by so many ratings that say nothing.</summary>
public sealed record BaselineOptions
{
    /// <summary>The largest shrinkage that can be asked for.</summary>
    public const double MaxShrinkage = 1e6;

    /// <summary>The default of <see cref="ItemShrinkage"/>.</summary>
    public const double DefaultItemShrinkage = 3;

    /// <summary>The default of <see cref="UserShrinkage"/>.</summary>
    public const double DefaultUserShrinkage = 5;

    /// <summary>Draws the biases of films towards zero.</summary>
    public double ItemShrinkage { get; init => field = Check.InRange(value, 0, MaxShrinkage); } = DefaultItemShrinkage;

    /// <summary>Draws the biases of users towards zero.</summary>
    public double UserShrinkage { get; init => field = Check.InRange(value, 0, MaxShrinkage); } = DefaultUserShrinkage;
}
