using Matinee.Engine.Evaluation;

namespace Matinee.Engine.Boards;

/// <summary>Why a gate opened or stayed shut.</summary>
public enum VerdictReason
{
    /// <summary>No model is in service.</summary>
    NothingInService,

    /// <summary>The challenger is better by more than chance.</summary>
    Better,

    /// <summary>The challenger is no worse, and the model in service is old.</summary>
    FresherAndNotWorse,

    /// <summary>The difference may be chance, and the model in service is young.</summary>
    NotBetterThanChance,

    /// <summary>The challenger is worse by more than chance.</summary>
    Worse,

    /// <summary>The challenger does not even beat the baseline.</summary>
    NotAboveBaseline,
}

/// <summary>What a gate decided.</summary>
/// <param name="Promote">Does the challenger go into service?</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">Why, for people, with the numbers.</param>
/// <param name="Comparison">The challenger against the model in service, or against the baseline that it did not beat; null without either.</param>
public sealed record Verdict(bool Promote, VerdictReason Reason, string Text, Comparison? Comparison);
