namespace Matinee.Engine.Training;

/// <summary>How far a long piece of work has come.</summary>
/// <param name="Stage">What is being done, in words for a person.</param>
/// <param name="Fraction">0 to 1 of this stage.</param>
public readonly record struct TrainingProgress(string Stage, double Fraction);
