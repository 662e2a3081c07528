namespace Matinee.Core.Import;

/// <summary>What is known of the imports of one source.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Started">When the last import of it began.</param>
/// <param name="Completed">When it was complete; null: it was cut off, and running it again completes it.</param>
/// <param name="Files">The names of the files with its people and films: the newest, and until that import is complete those before it.</param>
/// <param name="Ratings">How many ratings it has, once it is complete.</param>
/// <param name="Users">Of how many people.</param>
/// <param name="Films">For how many films.</param>
public sealed record ImportEntry(
    string Source, DateTimeOffset Started, DateTimeOffset? Completed, IReadOnlyList<string> Files, long Ratings, int Users, int Films);
