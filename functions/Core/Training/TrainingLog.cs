using Matinee.Core.Models;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Evaluation;
using Microsoft.Extensions.Logging;

namespace Matinee.Core.Training;

/// <summary>What retraining tells the log.</summary>
sealed partial class TrainingLog(ILogger log)
{
    [LoggerMessage(LogLevel.Information, "Retraining {Run} begins")]
    public partial void Begins(string run);

    [LoggerMessage(LogLevel.Information, "Retraining {Run}: {Stage}, {Percent:0} %")]
    public partial void Progress(string run, string stage, double percent);

    [LoggerMessage(LogLevel.Information, "'{Candidate}' has {Metric} {Value:0.0000} after {Seconds:0.0} s")]
    public partial void Measured(string candidate, Metric metric, double value, double seconds);

    [LoggerMessage(LogLevel.Warning, "'{Candidate}' is out: {Why}")]
    public partial void CandidateFailed(Exception? error, string candidate, string why);

    [LoggerMessage(LogLevel.Information, "Retraining {Run} ended after {Seconds:0.0} s: {Outcome}, model {Version}. {Why}")]
    public partial void Ended(string run, double? seconds, RunOutcome outcome, ModelVersion? version, string? why);

    [LoggerMessage(LogLevel.Error, "Retraining {Run} failed")]
    public partial void Failed(Exception error, string run);

    [LoggerMessage(LogLevel.Warning, "The sign of life of {Run} could not be written; it is tried again")]
    public partial void NoHeartbeat(Exception error, string run);

    [LoggerMessage(LogLevel.Warning, "What became of {Run} could not be written down: {Step}")]
    public partial void NotWritten(Exception error, string run, string step);

    [LoggerMessage(LogLevel.Warning, "What was remembered of the search for options of '{Candidate}' can't be read; it begins anew")]
    public partial void SearchForgotten(Exception error, string candidate);

    [LoggerMessage(LogLevel.Warning, "Snapshot damage: {Damage}")]
    public partial void SnapshotDamaged(string damage);

    [LoggerMessage(LogLevel.Warning, "The manifest of model {Version} in service can't be read: it is no measure for others")]
    public partial void NoManifest(Exception error, ModelVersion version);

    [LoggerMessage(LogLevel.Warning, "Model {Version} in service can't be read: portraits get new ids, and nothing is told of what has changed")]
    public partial void NoModelBefore(Exception error, ModelVersion version);
}
