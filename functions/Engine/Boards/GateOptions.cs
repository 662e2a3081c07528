using Matinee.Engine.Evaluation;

namespace Matinee.Engine.Boards;

/// <summary>What a model must show to be put into service.</summary>
public sealed record GateOptions
{
    /// <summary>The most days that can be asked for.</summary>
    public const int MaxDays = 36_500;

    /// <summary>The default of <see cref="FreshForDays"/>.</summary>
    public const int DefaultFreshForDays = 7;

    /// <summary>After how many days a model in service gives way to one that is no worse: it has not seen what is new.</summary>
    public int FreshForDays { get; init => field = Check.InRange(value, 0, MaxDays); } = DefaultFreshForDays;

    /// <summary>How the difference of two models is weighed against chance.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();
}
