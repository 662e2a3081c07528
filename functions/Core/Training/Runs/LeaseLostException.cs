namespace Matinee.Core.Training.Runs;

/// <summary>Another run has begun, because this one gave no sign of life for too long; it may no longer change anything.</summary>
public sealed class LeaseLostException(string runId)
    : Exception($"The run {runId} gave no sign of life for too long, and may be replaced by another.");
