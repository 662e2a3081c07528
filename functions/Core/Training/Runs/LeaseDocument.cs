namespace Matinee.Core.Training.Runs;

/// <summary>Who trains now, as models/run.json.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Owner">The machine and process.</param>
/// <param name="Renewed">The last sign of life.</param>
/// <param name="Expires">From then on another may begin.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="Fraction">How much of that is done.</param>
public sealed record LeaseDocument(string RunId, string Owner, DateTimeOffset Renewed, DateTimeOffset Expires, string Stage, double Fraction);
