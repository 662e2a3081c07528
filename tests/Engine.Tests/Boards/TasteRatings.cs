using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Boards;

/// <summary>People who mostly watch one kind of films, and like them better: personal lists can beat popular ones here.</summary>
static class TasteRatings
{
    const int People = 160;
    const int Films = 80;
    const int Kinds = 4;

    public static Interactions Make()
    {
        var random = new SeededRandom(8);
        var rows = new List<Rating>();
        for (var person = 0; person < People; person++)
        {
            for (var film = 0; film < Films; film++)
            {
                var own = person % Kinds == film % Kinds;
                if (random.NextDouble() > (own ? 0.8 : 0.15) * Math.Exp(-film / 60.0)) continue; // the first films are seen by most
                rows.Add(new(3 * person + 1, 2 * film + 7, (own ? 7 + random.Next(4) : 3 + random.Next(5)) / 2f, 1_000_000 + random.Next(1_000_000)));
            }
        }

        return Interactions.From(rows);
    }
}
