namespace Matinee.Core.Import;

/// <summary>How far an import has come.</summary>
/// <param name="Stage">What is being done, in words for a person.</param>
/// <param name="Fraction">0 to 1 of this stage; null where its end can't be foreseen.</param>
/// <param name="Done">How many of what the stage counts are done.</param>
public readonly record struct ImportProgress(string Stage, double? Fraction, long Done = 0);
