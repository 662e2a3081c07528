using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Models;

/// <summary>The ratings that the contract trains on. Ids have gaps, so that an id taken for an index shows.</summary>
static class ContractRatings
{
    public const int BlockUsers = 20;
    public const int BlockFilms = 12;
    public const int Likers = 2 * BlockUsers;
    public const int Films = 2 * BlockFilms;

    /// <summary>An item id of the map of <see cref="WithUnrated"/> that nobody rated.</summary>
    public const int UnratedFilm = 4321;

    /// <summary>A user id of the map of <see cref="WithUnrated"/> that rated nothing.</summary>
    public const int SilentUser = 8765;

    /// <summary>Does user (0 to <see cref="Likers"/> - 1) belong to the same block as the film (0 to <see cref="Films"/> - 1)?</summary>
    public static bool Likes(int user, int film) => user / BlockUsers == film / BlockFilms;

    /// <summary>Every fourth pair is kept from training: three films of each block for each user.</summary>
    public static bool IsHeldOut(int user, int film) => (user + film) % 4 == 0;

    /// <summary>What a user thinks of a film: 4.5 or 5 within the own block, 1 or 1.5 in the other one.</summary>
    public static float Truth(int user, int film)
    {
        var half = film % 2 == 0 ? 0.5f : 0f;
        return Likes(user, film) ? 4.5f + half : 1f + half;
    }

    /// <summary>Two blocks of users who like two blocks of films; <paramref name="dislikes"/> adds what they think of the other block.</summary>
    public static Interactions Blocks(bool dislikes) => Interactions.From(
        from user in Enumerable.Range(0, Likers)
        from film in Enumerable.Range(0, Films)
        where !IsHeldOut(user, film) && (dislikes || Likes(user, film))
        select new Rating(7 * user + 3, 10 * film + 40, Truth(user, film), 1_000_000 + 60 * user + film));

    /// <summary>Some hundred people with tastes, generosity and favourites; enough rows to keep several threads busy.</summary>
    public static List<Rating> CommunityRows()
    {
        const int users = 150, films = 110, tastes = 3;
        var random = new SeededRandom(42);
        var (people, works) = (Normals(ref random, users * (tastes + 1)), Normals(ref random, films * (tastes + 1)));
        var rows = new List<Rating>();
        for (var user = 0; user < users; user++)
        {
            for (var film = 0; film < films; film++)
            {
                // Films early in the list are seen by many.
                if (random.NextDouble() > 0.6 * Math.Exp(-film / 50.0)) continue;
                var stars = 3.3 + 0.4 * people[user * (tastes + 1)] + 0.4 * works[film * (tastes + 1)] + 0.3 * random.NextNormal();
                for (var t = 1; t <= tastes; t++) stars += 0.5 * people[user * (tastes + 1) + t] * works[film * (tastes + 1) + t];
                var halves = Math.Clamp(Math.Round(stars * 2), 1, 10);
                rows.Add(new(5 * user + 11, 3 * film + 2, (float)halves / 2, 900_000_000 + random.Next(200_000_000)));
            }
        }

        return rows;
    }

    /// <summary>The community with one more film that nobody rated and one more user who rated nothing.</summary>
    public static Interactions WithUnrated()
    {
        var rows = Interactions.From(CommunityRows()).All().ToList();
        var users = IdMap.From(rows.Select(row => row.User).Append(SilentUser));
        var items = IdMap.From(rows.Select(row => row.Item).Append(UnratedFilm));
        var offsets = new int[users.Count + 1];
        foreach (var row in rows) offsets[users.IndexOf(row.User) + 1]++;
        for (var user = 0; user < users.Count; user++) offsets[user + 1] += offsets[user];
        var byUser = new RatingColumns(
            offsets,
            [.. rows.Select(row => items.IndexOf(row.Item))],
            [.. rows.Select(row => (byte)(row.Stars * 2))],
            [.. rows.Select(row => (uint)row.Time)]);
        return new(users, items, byUser, byUser.Transpose(items.Count, CancellationToken.None));
    }

    static double[] Normals(ref SeededRandom random, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++) values[i] = random.NextNormal();
        return values;
    }
}
