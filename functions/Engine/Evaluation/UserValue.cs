namespace Matinee.Engine.Evaluation;

/// <summary>A metric of one user alone.</summary>
/// <param name="User">The user's id.</param>
/// <param name="Value">The value.</param>
public readonly record struct UserValue(int User, double Value);
