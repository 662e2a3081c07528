using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.MovieLens;

/// <summary>How one of MovieLens' data sets is laid out: they have been published in three ways.</summary>
/// <param name="Ratings">The file of the ratings.</param>
/// <param name="Movies">The file of the films.</param>
/// <param name="Separator">What stands between the columns of the ratings.</param>
/// <param name="HasHeader">Its first line names the columns.</param>
/// <param name="HasOwnNumbers">Its numbers of films are its own, and not those that all later sets share.</param>
sealed record MovieLensLayout(string Ratings, string Movies, string Separator, bool HasHeader, bool HasOwnNumbers)
{
    /// <summary>ml-latest, ml-latest-small, 20m, 25m, 32m.</summary>
    public static readonly MovieLensLayout Csv = new("ratings.csv", "movies.csv", ",", HasHeader: true, HasOwnNumbers: false);

    /// <summary>1m and 10m.</summary>
    public static readonly MovieLensLayout Dat = new("ratings.dat", "movies.dat", "::", HasHeader: false, HasOwnNumbers: false);

    /// <summary>100k.</summary>
    public static readonly MovieLensLayout Tab = new("u.data", "u.item", "\t", HasHeader: false, HasOwnNumbers: true);

    /// <summary>The layout of a set.</summary>
    /// <exception cref="ImportException">It is none of MovieLens'.</exception>
    public static MovieLensLayout Of(IInputFiles files)
    {
        MovieLensLayout[] all = [Csv, Dat, Tab];
        var layout = Array.Find(all, layout => files.Files.Contains(layout.Ratings))
            ?? throw new ImportException(
                $"{files.Name} holds no MovieLens data: there is no {string.Join(", ", all.Select(one => one.Ratings))} in it, only "
                + (files.Files.Count == 0 ? "nothing." : string.Join(", ", files.Files.Take(8)) + "."));
        return files.Files.Contains(layout.Movies)
            ? layout
            : throw new ImportException($"{files.Name} has {layout.Ratings} but not {layout.Movies}, which says what the films are. Unpack all of it.");
    }
}
