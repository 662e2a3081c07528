namespace Matinee.Core.Training.Runs;

/// <summary>How a retraining ended.</summary>
public enum RunOutcome
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>A new version is in service.</summary>
    Promoted,

    /// <summary>Nothing has changed since the model in service was trained.</summary>
    Skipped,

    /// <summary>The model in service stays.</summary>
    Kept,

    /// <summary>It was asked to stop.</summary>
    Cancelled,

    /// <summary>Another run took its place, because it gave no sign of life for too long.</summary>
    LostLease,

    /// <summary>It broke off with an error.</summary>
    Failed,

    /// <summary>It ended without a word, as when the process was killed.</summary>
    Interrupted,
}
