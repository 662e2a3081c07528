namespace Matinee.Local.CosmosGateway.Sql;

/// <summary>One page of results.</summary>
/// <param name="Items">The raw JSON of each result.</param>
/// <param name="Continuation">What asks for the next page; null after the last.</param>
sealed record SqlPage(IReadOnlyList<string> Items, string? Continuation);
