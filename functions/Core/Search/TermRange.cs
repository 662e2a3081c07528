namespace Matinee.Core.Search;

/// <summary>Neighbouring terms of a dictionary that are all as near to what was looked for.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The one behind the last.</param>
/// <param name="Errors">How many typing errors lie between.</param>
readonly record struct TermRange(int From, int To, int Errors);
