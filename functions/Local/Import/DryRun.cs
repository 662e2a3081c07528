using Matinee.Core.Import;

namespace Matinee.Local.Import;

/// <summary>What an import would do, found out by reading all of its input and writing nothing.</summary>
/// <param name="Ratings">How many ratings would be read.</param>
/// <param name="Users">Of how many people.</param>
/// <param name="Films">For how many films.</param>
/// <param name="FilmsAdded">How many films would be new.</param>
/// <param name="FilmsFilled">Of how many films more would be known.</param>
sealed record DryRun(long Ratings, int Users, int Films, int FilmsAdded, int FilmsFilled)
{
    public static DryRun Of(ImportedSet set)
    {
        var (users, films, ratings) = (new HashSet<string>(), new HashSet<int>(), 0L);
        foreach (var rating in set.Ratings)
        {
            users.Add(rating.UserId);
            films.Add(rating.MovieId);
            ratings++;
        }

        return new(ratings, users.Count, films.Count, set.Films.Added, set.Films.Changed.Count - set.Films.Added);
    }
}
