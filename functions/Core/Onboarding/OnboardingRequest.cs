using Matinee.Core.Problems;
using Matinee.Core.Ratings;

namespace Matinee.Core.Onboarding;

/// <summary>Which films somebody new is to be asked about.</summary>
public sealed record OnboardingRequest
{
    /// <summary>How many films a grid has unless asked otherwise.</summary>
    public const int DefaultLimit = 24;

    /// <summary>The most films of a grid.</summary>
    public const int MaxLimit = 60;

    /// <summary>The most films that can be skipped.</summary>
    public const int MaxSkipped = 1000;

    /// <summary>How many films at most.</summary>
    public int Limit
    {
        get;
        init => field = value is >= 1 and <= MaxLimit ? value : throw ProblemException.InvalidValue("limit", $"{value} is not from 1 to {MaxLimit}");
    } = DefaultLimit;

    /// <summary>What they have answered so far.</summary>
    public IReadOnlyList<RatedMovie> Ratings { get; init; } = [];

    /// <summary>Films they have skipped so far, in the order of skipping: they do not know them.</summary>
    public IReadOnlyList<int> Skipped
    {
        get;
        init => field = value.Count <= MaxSkipped ? value : throw ProblemException.InvalidValue("skipped", $"{value.Count} ids are too many; {MaxSkipped} are allowed");
    } = [];

    /// <summary>Films that are shown already, or otherwise not to come; nothing is learned from them.</summary>
    public IReadOnlyList<int> Shown
    {
        get;
        init => field = value.Count <= MaxSkipped ? value : throw ProblemException.InvalidValue("shown", $"{value.Count} ids are too many; {MaxSkipped} are allowed");
    } = [];

    /// <summary>Films that the viewer has put aside.</summary>
    internal IReadOnlyCollection<int> Hidden { get; init; } = [];
}
