namespace Matinee.Core.Recommendations;

/// <summary>How many stars a viewer would give a film.</summary>
/// <param name="Stars">The most likely number.</param>
/// <param name="Low">The low end of where it probably lies.</param>
/// <param name="High">The high end.</param>
/// <param name="ModelVersion">The version of the model that says so.</param>
public sealed record StarPrediction(double Stars, double Low, double High, string ModelVersion);
