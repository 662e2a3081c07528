using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Benchmarks.Data;

/// <summary>
/// Viewers and films with known tastes: stars = mean + both biases + tastes · traits + noise, in halves. Few films have most
/// of the ratings, few viewers give most of them, and viewers see what they will like rather than what they will not.
/// </summary>
/// <param name="Users">How many viewers rate.</param>
/// <param name="Films">How many films can be rated.</param>
/// <param name="Count">How many ratings there are.</param>
/// <param name="Dimensions">How many tastes there are in truth.</param>
/// <param name="Seed">The same seed gives the same ratings.</param>
sealed record Simulation(int Users, int Films, int Count, int Dimensions = 12, ulong Seed = 1)
{
    public const int MinRatings = 10_000;

    const double Mean = 3.4;
    const double UserSpread = 0.4;
    const double FilmSpread = 0.45;
    const double Fame = 0.4; // correlation of a film's bias with its popularity
    const double TasteSpread = 0.55; // of the product of tastes and traits, in stars
    const double Noise = 0.7;
    const double Choosiness = 2; // how much likelier a film is to be seen that will be liked by a star more
    const double Flat = 20; // so many films at the top are about equally popular
    const long Start = 1_262_304_000; // 2010-01-01
    const int Years = 12;

    /// <summary>Viewers and films in such proportions as MovieLens has them at that size.</summary>
    public static Simulation OfSize(int ratings) => new(ratings / 160, (int)(4 * Math.Sqrt(ratings)), ratings);

    /// <summary>All ratings, viewer by viewer, made as they are walked.</summary>
    public IEnumerable<Rating> Ratings()
    {
        var activity = new Activity(Users, Films, Count, Seed);
        var traits = new double[Films * Dimensions];
        var biases = new double[Films];
        var random = new SeededRandom(Seed);
        // Tastes have length one on average: the traits alone carry the spread.
        for (var i = 0; i < traits.Length; i++) traits[i] = TasteSpread / Math.Sqrt(Dimensions) * random.NextNormal();
        for (var film = 0; film < Films; film++)
        {
            // Films are numbered from the most popular on, and popular films are better liked.
            var rank = Math.Sqrt(12) * (0.5 - (double)film / Films);
            biases[film] = FilmSpread * (Fame * rank + Math.Sqrt(1 - Fame * Fame) * random.NextNormal());
        }

        var ids = IdMap.Range(Films).Ids.ToArray();
        random.Shuffle<int>(ids); // an id must not tell how popular a film is

        var seenBy = new int[Films];
        for (var user = 0; user < Users; user++)
        {
            foreach (var rating in OfUser(user, activity.Of(user), traits, biases, seenBy))
                yield return rating with { Item = 1 + ids[rating.Item] };
        }
    }

    IEnumerable<Rating> OfUser(int user, int count, double[] traits, double[] biases, int[] seenBy)
    {
        var random = new SeededRandom(Seed, 1 + (ulong)user);
        var tastes = new double[Dimensions];
        for (var d = 0; d < Dimensions; d++) tastes[d] = random.NextNormal();
        var bias = UserSpread * random.NextNormal();
        var time = Start + random.Next(Years * 365) * 86_400L;
        for (var given = 0; given < count; given++)
        {
            var (film, liking) = Choose(tastes, traits, biases, seenBy, user + 1, ref random);
            seenBy[film] = user + 1;
            var stars = Math.Round(2 * (Mean + bias + liking + Noise * random.NextNormal())) / 2;
            time += random.Next(600) + (random.Next(20) == 0 ? random.Next(20 * 86_400) : 0);
            yield return new(user + 1, film, Stars.Clamp((float)stars), time);
        }
    }

    (int Film, double Liking) Choose(
        double[] tastes, double[] traits, double[] biases, int[] seenBy, int user, ref SeededRandom random)
    {
        var (first, last) = (Math.Cbrt(Flat), Math.Cbrt(Films + Flat));
        while (true)
        {
            // The cube of a uniform number falls on rank r with a density of r^(-2/3); the offset flattens the very top, where
            // even the most popular film is known to half of the viewers only.
            var root = first + random.NextDouble() * (last - first);
            var film = Math.Min((int)(root * root * root - Flat), Films - 1);
            if (seenBy[film] == user) continue;
            var liking = biases[film];
            for (var d = 0; d < Dimensions; d++) liking += tastes[d] * traits[film * Dimensions + d];
            if (random.NextDouble() < 1 / (1 + Math.Exp(-Choosiness * liking))) return (film, liking);
        }
    }
}
