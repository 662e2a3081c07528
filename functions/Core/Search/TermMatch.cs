namespace Matinee.Core.Search;

/// <summary>Neighbouring terms that a word of a query can mean, all equally well.</summary>
/// <param name="From">The first, by its place in the dictionary.</param>
/// <param name="To">The one behind the last.</param>
/// <param name="Fit">How well they fit: 1 is the very word.</param>
/// <param name="IsTypo">They are meant only if the word was mistyped.</param>
readonly record struct TermMatch(int From, int To, float Fit, bool IsTypo);
