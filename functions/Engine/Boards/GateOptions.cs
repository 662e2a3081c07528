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

    /// <summary>The default of <see cref="UnseenFrom"/>.</summary>
    public const double DefaultUnseenFrom = 0.1;

    /// <summary>
    /// From which share of ratings on that came after its training a model in service counts as old, whatever its age: as after an
    /// import, whose films it does not know.
    /// </summary>
    public double UnseenFrom { get; init => field = Check.InRange(value, 0, 1); } = DefaultUnseenFrom;

    /// <summary>How the difference of two models is weighed against chance.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();

    /// <summary>Does a model of such an age give way to one that is no worse?</summary>
    /// <param name="age">How long ago it was trained.</param>
    /// <param name="unseen">The share of the ratings that came after that.</param>
    public bool IsOld(TimeSpan age, double unseen) => age >= TimeSpan.FromDays(FreshForDays) || unseen >= UnseenFrom;
}
