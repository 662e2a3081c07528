namespace Matinee.Core.Training.Runs;

/// <summary>Who trains now, as models/run.json.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Owner">The machine and process.</param>
/// <param name="Renewed">The last sign of life.</param>
/// <param name="Expires">From then on another may begin.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="Fraction">How much of that is done.</param>
public sealed record LeaseDocument(string RunId, string Owner, DateTimeOffset Renewed, DateTimeOffset Expires, string Stage, double Fraction)
{
    /// <summary>
    /// Has the run the right to train at a moment? A sign of life from further ahead than a lease lasts was given by a clock that was wrong, and
    /// has been set right since: nobody is to wait for that time to come.
    /// </summary>
    public bool IsHeldAt(DateTimeOffset now) => Expires > now && Renewed - now < Expires - Renewed;
}
