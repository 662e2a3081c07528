namespace Matinee.Core.Stores;

/// <summary>A cursor is not one that this list has given out.</summary>
public sealed class InvalidCursorException() : ArgumentException("The cursor is not one of this list. Leave it out to begin at the first page.");
