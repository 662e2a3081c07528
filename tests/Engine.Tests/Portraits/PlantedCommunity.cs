using Matinee.Engine.Facts;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Portraits;

/// <summary>People of eight planted tastes: each watches and likes two or three genres more, and has its own temper and age.</summary>
sealed class PlantedCommunity
{
    public const int Archetypes = 8;
    const int Films = 900;

    public static readonly string[] Genres =
        ["Action", "Adventure", "Animation", "Children", "Comedy", "Crime", "Documentary", "Drama", "Film-Noir", "Horror", "Romance", "Sci-Fi", "Thriller", "Western"];

    public static readonly string[][] Loves =
    [
        ["Action", "Thriller"], ["Sci-Fi", "Adventure"], ["Romance", "Drama"], ["Animation", "Children"],
        ["Horror", "Thriller"], ["Documentary", "Drama"], ["Comedy", "Romance"], ["Crime", "Film-Noir"],
    ];

    PlantedCommunity(Interactions ratings, KnownFacts facts, Dictionary<long, int> planted) =>
        (Ratings, Facts, Planted) = (ratings, facts, planted);

    public Interactions Ratings { get; }

    public KnownFacts Facts { get; }

    /// <summary>The archetype of each person, by id.</summary>
    public IReadOnlyDictionary<long, int> Planted { get; }

    public int[] PlantedOf(IEnumerable<int> users) => [.. users.Select(user => Planted[Ratings.Users[user]])];

    /// <summary>Plants a community; most people rate little, nobody fewer than 15 films.</summary>
    public static PlantedCommunity Of(int people, ulong seed, ulong generation = 0)
    {
        var random = new SeededRandom(seed);
        var films = PlantFilms(ref random);
        random = new SeededRandom(seed, generation + 1);
        var (rows, facts, planted) = (new List<Rating>(), new Dictionary<long, PersonFacts>(), new Dictionary<long, int>());
        for (var i = 0; i < people; i++)
        {
            var (id, archetype) = (100 + 3 * i, random.Next(Archetypes));
            planted[id] = archetype;
            if (random.NextDouble() < 0.7)
                facts[id] = new() { Age = 18 + 5 * archetype + random.Next(12), Gender = random.Next(4) == 0 ? "f" : "m" };
            var temper = 0.25 * random.NextNormal() + (archetype % 2 == 0 ? 0.15 : -0.15);
            var count = Math.Min(250, (int)(15 + 40 * -Math.Log(1 - random.NextDouble())));
            var seen = new HashSet<int>();
            while (seen.Count < count)
            {
                // Films early in the list are seen by many.
                var film = (int)(Films * Math.Pow(random.NextDouble(), 1.5));
                var loved = films[film].Genres.Count(Loves[archetype].Contains);
                if (random.NextDouble() > (loved > 0 ? 0.75 : 0.22) || !seen.Add(film)) continue;
                var stars = 3.2 + temper + 0.4 * Quality(film) + 0.45 * loved + 0.6 * random.NextNormal();
                rows.Add(new(id, (int)films[film].Id, (float)Math.Clamp(Math.Round(stars * 2), 1, 10) / 2, 1_200_000_000 + random.Next(300_000_000)));
            }
        }

        return new(Interactions.From(rows), new(films, facts), planted);
    }

    static double Quality(int film) => Math.Sin(film * 12.9898);

    static FilmFacts[] PlantFilms(ref SeededRandom random)
    {
        var films = new FilmFacts[Films];
        for (var i = 0; i < Films; i++)
        {
            HashSet<string> genres = [Genres[random.Next(Genres.Length)]];
            if (random.Next(3) > 0) genres.Add(Genres[random.Next(Genres.Length)]);
            films[i] = new(2 * i + 7) { Title = $"Film {i}", Year = 1940 + random.Next(80), Genres = [.. genres] };
        }

        return films;
    }
}
