using Matinee.Core.Catalog;

namespace Matinee.Core.Search;

/// <summary>What somebody who is typing may mean.</summary>
/// <param name="Films">Films, the likeliest first.</param>
/// <param name="People">People, the likeliest first.</param>
public sealed record Suggestions(IReadOnlyList<Movie> Films, IReadOnlyList<PersonHit> People);
