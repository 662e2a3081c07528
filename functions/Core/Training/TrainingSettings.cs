using System.Globalization;
using Matinee.Engine.Boards;

namespace Matinee.Core.Training;

/// <summary>What the environment says of retraining.</summary>
public static class TrainingSettings
{
    /// <summary>How many minutes the candidates of each goal have.</summary>
    public const string Budget = "TRAINING_BUDGET_MINUTES";

    /// <summary>After how many days a model in service gives way to one that is no worse.</summary>
    public const string FreshDays = "TRAINING_FRESH_DAYS";

    const int MostMinutes = 24 * 60;

    /// <summary>The plan by the settings; the defaults where they say nothing.</summary>
    /// <param name="read">Gives a setting by its name; null or empty where it is not there.</param>
    /// <param name="others">What a library brings beside the zoo; it competes where the settings name no candidates, or name it.</param>
    /// <exception cref="ArgumentException">One of them can't be worked with; the message names it, its value and what can be.</exception>
    public static TrainingPlan PlanOf(Func<string, string?> read, IReadOnlyList<TrainingCandidate>? others = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        var plan = new TrainingPlan { Candidates = CandidateOptions.Parse(read(CandidateOptions.Setting), others).Candidates() };
        if (Number(read, Budget, 1, MostMinutes) is { } minutes) plan = plan with { Budget = TimeSpan.FromMinutes(minutes) };
        if (Number(read, FreshDays, 0, GateOptions.MaxDays) is { } days) plan = plan with { Gate = plan.Gate with { FreshForDays = days } };
        return plan;
    }

    static int? Number(Func<string, string?> read, string name, int min, int max)
    {
        var text = read(name);
        if (string.IsNullOrWhiteSpace(text)) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new ArgumentException($"{name} is '{text}'; give a whole number from {min} to {max}.", nameof(read));
    }
}
