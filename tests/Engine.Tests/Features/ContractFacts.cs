using Matinee.Engine.Facts;
using Matinee.Engine.Tests.Models;

namespace Matinee.Engine.Tests.Features;

/// <summary>Facts for the films of the contract: each block has a genre of its own, without which no feature could tell them apart.</summary>
static class ContractFacts
{
    public static KnownFacts Genres { get; } = new(
        from film in Enumerable.Range(0, ContractRatings.Films)
        select new FilmFacts(10 * film + 40) { Year = 1990 + film, Genres = [film < ContractRatings.BlockFilms ? "First" : "Second"] });
}
