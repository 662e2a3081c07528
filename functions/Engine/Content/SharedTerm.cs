namespace Matinee.Engine.Content;

/// <summary>Something that a film has in common with the films a viewer rated, or with another film.</summary>
/// <param name="Field">What it says of the film.</param>
/// <param name="Text">As it is written: "Crime", "Al Pacino", "1990s".</param>
/// <param name="Part">Its summand of the score, or of the likeness.</param>
public readonly record struct SharedTerm(ContentField Field, string Text, float Part);
