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

    /// <summary>All that there are.</summary>
    public static IReadOnlyList<string> All { get; } = [.. s_zoo.Select(static one => one.Name)];

    /// <summary>Those that compete, at least one that makes lists and one that predicts stars.</summary>
    public IReadOnlyList<string> Names { get; init => field = Checked(value); } = ["ease", "ials", "hybrid", "factorization", "blend"];

    /// <summary>With more films than this, EASE does not compete: its memory grows with their square.</summary>
    public int EaseUpTo { get; init => field = Positive(value, nameof(EaseUpTo)); } = DefaultEaseUpTo;

    /// <summary>With more films than this, no forest competes: scoring all of them for a viewer would take too long.</summary>
    public int ForestUpTo { get; init => field = Positive(value, nameof(ForestUpTo)); } = DefaultForestUpTo;

    /// <summary>What the setting says; the defaults where it says nothing.</summary>
    /// <exception cref="ArgumentException">It names what there is not, or leaves one of the two questions without an answer.</exception>
    public static CandidateOptions Parse(string? setting) =>
        string.IsNullOrWhiteSpace(setting)
            ? new()
            : new() { Names = setting.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) };

    /// <summary>The candidates, the cheap ones first.</summary>
    public IReadOnlyList<TrainingCandidate> Candidates() => [.. s_zoo.Where(one => Names.Contains(one.Name)).Select(one => one.Make(this))];

    static IReadOnlyList<string> Checked(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.FirstOrDefault(name => !All.Contains(name)) is { } unknown)
            throw new ArgumentException($"{Setting} names '{unknown}'; there are {string.Join(", ", All)}.", nameof(names));
        foreach (var goal in (Goal[])[Goal.Lists, Goal.Stars])
        {
            var able = s_zoo.Where(one => one.Goal == goal).Select(static one => one.Name).ToList();
            if (!able.Exists(names.Contains))
                throw new ArgumentException($"{Setting} names nothing that answers {goal}; add one of {string.Join(", ", able)}.", nameof(names));
        }

        return names;
    }

    static int Positive(int value, string name) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
}
