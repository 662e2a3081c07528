namespace Matinee.Core.Search;

/// <summary>A term that a word of a query can mean.</summary>
/// <param name="Term">Its place in the dictionary.</param>
/// <param name="Fit">How well it fits: 1 is the very word.</param>
/// <param name="IsTypo">It is meant only if the word was mistyped.</param>
readonly record struct TermMatch(int Term, float Fit, bool IsTypo);
