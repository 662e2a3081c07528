namespace Matinee.Engine.Evaluation;

/// <summary>Between what a value would lie, had other users of the same kind been asked.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Low, double High);
