using Matinee.Engine.Ease;
using Matinee.Engine.Models;

namespace Matinee.Core.Training;

/// <summary>Which of the zoo compete for service, and what is too large for which of them.</summary>
public sealed record CandidateOptions
{
    /// <summary>The setting that names them, such as <c>ials,ease,factorization</c>.</summary>
    public const string Setting = "TRAINING_CANDIDATES";

    /// <summary>The default of <see cref="EaseUpTo"/>.</summary>
    public const int DefaultEaseUpTo = EaseOptions.DefaultMaxItems;

    /// <summary>The default of <see cref="ForestUpTo"/>.</summary>
    public const int DefaultForestUpTo = 10_000;

    // Cheap ones first: what is not done in time is out. Models that hold people's ratings are not among them: nobody is inside what serves.
    static readonly IReadOnlyList<(string Name, Goal Goal, Func<CandidateOptions, TrainingCandidate> Make)> s_zoo =
    [
        ("popularity", Goal.Lists, static _ => StandardCandidates.Popularity()),
        ("content", Goal.Lists, static _ => StandardCandidates.Content()),
        ("ease", Goal.Lists, static options => StandardCandidates.Ease() with { MaxFilms = options.EaseUpTo }),
        ("ials", Goal.Lists, static _ => StandardCandidates.Als()),
        ("hybrid", Goal.Lists, static _ => MixedCandidates.Hybrid()),
        ("baseline", Goal.Stars, static _ => StandardCandidates.Baseline()),
        ("item-neighbours", Goal.Stars, static _ => StandardCandidates.ItemNeighbours()),
        ("ridge", Goal.Stars, static _ => MixedCandidates.Ridge()),
        ("factorization", Goal.Stars, static _ => StandardCandidates.Factorization()),
        ("neural", Goal.Stars, static _ => StandardCandidates.Neural()),
        ("forest", Goal.Stars, static options => MixedCandidates.Forest() with { MaxFilms = options.ForestUpTo }),
        ("blend", Goal.Stars, static _ => MixedCandidates.Blend()),
        ("blend-forest", Goal.Stars, static options => MixedCandidates.Blend(new() { Forest = new() }) with { MaxFilms = options.ForestUpTo }),
    ];

    readonly IReadOnlyList<TrainingCandidate> _others;

    /// <summary>The defaults, and whatever a library brings beside the zoo.</summary>
    /// <param name="others">What is brought; it competes unless <see cref="Names"/> say otherwise.</param>
    public CandidateOptions(IReadOnlyList<TrainingCandidate>? others = null)
    {
        _others = others ?? [];
        Names = [.. Names, .. _others.Select(static one => one.Name)];
    }

    /// <summary>All of the zoo.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_zoo.Select(static one => one.Name)];

    /// <summary>Those that compete, at least one that makes lists and one that predicts stars.</summary>
    public IReadOnlyList<string> Names { get; init => field = Checked(value); } = ["ease", "ials", "hybrid", "factorization", "blend"];

    /// <summary>With more films than this, EASE does not compete: its memory grows with their square.</summary>
    public int EaseUpTo { get; init => field = Positive(value, nameof(EaseUpTo)); } = DefaultEaseUpTo;

    /// <summary>With more films than this, no forest competes: scoring all of them for a viewer would take too long.</summary>
    public int ForestUpTo { get; init => field = Positive(value, nameof(ForestUpTo)); } = DefaultForestUpTo;

    /// <summary>What the setting says; the defaults where it says nothing.</summary>
    /// <param name="setting">Names with commas between them; null or empty for the defaults.</param>
    /// <param name="others">What a library brings beside the zoo: it can be named too.</param>
    /// <exception cref="ArgumentException">It names what there is not, or leaves one of the two questions without an answer.</exception>
    public static CandidateOptions Parse(string? setting, IReadOnlyList<TrainingCandidate>? others = null) =>
        string.IsNullOrWhiteSpace(setting)
            ? new(others)
            : new(others) { Names = setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) };

    /// <summary>The candidates, the cheap ones of the zoo first, what a library brings last.</summary>
    public IReadOnlyList<TrainingCandidate> Candidates() =>
    [
        .. s_zoo.Where(one => Names.Contains(one.Name)).Select(one => one.Make(this)),
        .. _others.Where(one => Names.Contains(one.Name)),
    ];

    IReadOnlyList<string> Checked(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        (string Name, Goal Goal)[] there = [.. s_zoo.Select(static one => (one.Name, one.Goal)), .. _others.Select(static one => (one.Name, one.Goal))];
        if (names.FirstOrDefault(name => !there.Any(one => one.Name == name)) is { } unknown)
            throw new ArgumentException($"{Setting} names '{unknown}'; there are {string.Join(", ", there.Select(static one => one.Name))}.", nameof(names));
        foreach (var goal in (Goal[])[Goal.Lists, Goal.Stars])
        {
            var able = there.Where(one => one.Goal == goal).Select(static one => one.Name).ToList();
            if (!able.Exists(names.Contains))
                throw new ArgumentException($"{Setting} names nothing that answers {goal}; add one of {string.Join(", ", able)}.", nameof(names));
        }

        return names;
    }

    static int Positive(int value, string name) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
}
