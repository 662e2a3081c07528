using Matinee.Core.Models;
using Matinee.Engine.Models;

namespace Matinee.Core.Training.Runs;

/// <summary>How one way to train did in a retraining.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Goal">What it was to answer.</param>
/// <param name="Metric">What it was judged by.</param>
/// <param name="Value">The measured value; null where it was not measured.</param>
/// <param name="Difference">Its value minus that of what it must not be worse than, with the interval of the difference; null where there is none.</param>
/// <param name="Seconds">How long fitting and measuring took.</param>
/// <param name="Verdict">What came of it.</param>
public sealed record Contender(string Name, Goal Goal, string Metric, ModelMetric? Value, ModelMetric? Difference, double Seconds, string Verdict);
