using System.Reflection;
using Matinee.Core.Models;
using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Facts;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>How models are retrained.</summary>
public sealed record TrainingOptions
{
    /// <summary>The default number of options of a candidate that are tried.</summary>
    public const int DefaultSearchTrials = 12;

    const int TimedViewers = 30;

    /// <summary>The default of <see cref="MinShareOfRatings"/>.</summary>
    public const double DefaultMinShareOfRatings = 0.5;

    /// <summary>The default of <see cref="KeptRuns"/>.</summary>
    public const int DefaultKeptRuns = 50;

    /// <summary>The seed of splits, trainers and resamples.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work.</summary>
    public int Threads { get; init => field = InRange(value, 1, TrainingRun.MaxThreads, nameof(Threads)); } = Environment.ProcessorCount;

    /// <summary>How the ratings are divided; the most people that are asked, drawn at random, is one of its options.</summary>
    public DivisionOptions Division { get; init; } = new();

    /// <summary>
    /// With less than this share of the ratings that the model in service knew, something is wrong with the data: it stays unless an
    /// operator insists.
    /// </summary>
    public double MinShareOfRatings { get; init => field = InRange(value, 0, 1, nameof(MinShareOfRatings)); } = DefaultMinShareOfRatings;

    /// <summary>The longest that scoring all films for a viewer may take, on one thread: what is slower is out.</summary>
    public TimeSpan MaxScoring { get; init => field = Positive(value, nameof(MaxScoring)); } = TimeSpan.FromMilliseconds(100);

    /// <summary>After so long without a heartbeat a run counts as dead, and the next may begin.</summary>
    public TimeSpan LeaseLife { get; init => field = Positive(value, nameof(LeaseLife)); } = TimeSpan.FromMinutes(2);

    /// <summary>How often a run tells that it is alive, and how far it has come.</summary>
    public TimeSpan Heartbeat { get; init => field = Positive(value, nameof(Heartbeat)); } = TimeSpan.FromSeconds(20);

    /// <summary>How many runs are remembered.</summary>
    public int KeptRuns { get; init => field = InRange(value, 1, 1000, nameof(KeptRuns)); } = DefaultKeptRuns;

    /// <summary>How lists are judged.</summary>
    public ListEvaluationOptions Lists { get; init; } = new();

    /// <summary>How predicted stars are judged.</summary>
    public StarEvaluationOptions Stars { get; init; } = new();

    /// <summary>How many options of a candidate are tried on the same ratings at most; the plan has the time.</summary>
    public SearchOptions Search { get; init; } = new() { MaxTrials = DefaultSearchTrials };

    /// <summary>How people are compared.</summary>
    public UserNeighboursOptions Community { get; init; } = new();

    /// <summary>How portraits are found.</summary>
    public PortraitsOptions Portraits { get; init; } = new();

    /// <summary>Which versions stay.</summary>
    public ModelRetention Retention { get; init; } = new();

    /// <summary>The commit of the code that trains, for the manifest.</summary>
    public string GitCommit { get; init; } = BuiltFrom();

    /// <summary>What is the same for all who compete, and for all whom an operator compares.</summary>
    /// <remarks>Films that nobody has rated may be listed too: a model that knows them must not be judged as if it had more to miss.</remarks>
    public BoardOptions BoardsOf(KnownFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new()
        {
            Lists = Lists,
            Stars = Stars with { Facts = facts },
            MoreFilms = IdMap.From(facts.Films.Select(static film => (int)film.Id)),
            TimedViewers = TimedViewers,
        };
    }

    // The SDK writes 0.1.0+<commit> into every assembly that is built inside a repository.
    static string BuiltFrom() =>
        typeof(TrainingOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, var commit]
            ? commit
            : "unknown";

    static T InRange<T>(T value, T min, T max, string name) where T : IComparable<T> =>
        value.CompareTo(min) >= 0 && value.CompareTo(max) <= 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {min} to {max}.");

    static TimeSpan Positive(TimeSpan value, string name) =>
        value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive.");
}
