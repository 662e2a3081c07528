using Matinee.Engine.Evaluation;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Boards;

/// <summary>What is the same for all models on a board.</summary>
public sealed record BoardOptions
{
    /// <summary>The default of <see cref="TimedViewers"/>.</summary>
    public const int DefaultTimedViewers = 100;

    /// <summary>The most viewers that are timed.</summary>
    public const int MaxTimedViewers = 100_000;

    /// <summary>How stars are judged.</summary>
    public StarEvaluationOptions Stars { get; init; } = new();

    /// <summary>
    /// How lists are judged. Without candidates of their own, every film that was rated in training or is among
    /// <see cref="MoreFilms"/> may be listed.
    /// </summary>
    public ListEvaluationOptions Lists { get; init; } = new();

    /// <summary>Films that may be listed although nobody has rated them, by id.</summary>
    public IdMap MoreFilms { get; init; } = IdMap.Range(0);

    /// <summary>On how many viewers the time of scoring is taken.</summary>
    public int TimedViewers { get; init => field = Check.InRange(value, 1, MaxTimedViewers); } = DefaultTimedViewers;
}
