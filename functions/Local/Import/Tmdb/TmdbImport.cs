using System.Globalization;
using Matinee.Core.Import;
using Matinee.Local.Import.MovieLens;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.Tmdb;

/// <summary>Reads The Movies Dataset, whose ratings are MovieLens', or TMDB 5000, which has none.</summary>
sealed class TmdbImport(IInputFiles files, TmdbTableNames names, ImportSource source, Problems problems, TimeProvider clock)
{
    const string Links = "links.csv";
    const string LinksSmall = "links_small.csv";
    const string RatingsSmall = "ratings_small.csv";

    /// <exception cref="ImportException">It is no such set, or not sound.</exception>
    public ImportedSet Open(FilmCatalogue catalogue, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (!files.Files.Contains(names.Movies))
        {
            throw new ImportException(
                $"{files.Name} has no {names.Movies}, so it is not the data set it should be. It has "
                + (files.Files.Count == 0 ? "nothing." : string.Join(", ", files.Files.Take(8)) + "."));
        }

        var layout = RatingsOf();
        var movieLens = layout is null ? [] : ReadLinks();
        var films = new TmdbTables(files, names, problems).Place(catalogue, movieLens.ToDictionary(link => link.Value, link => link.Key), progress, cancellation);
        if (layout is null) return new(source, catalogue, []);
        var byMovieLens = movieLens.Where(link => films.ContainsKey(link.Value)).ToDictionary(link => link.Key, link => films[link.Value]);
        return new(source, catalogue, new RatingStream(files, layout, source, problems, clock).Ratings(byMovieLens, progress, cancellation));
    }

    MovieLensLayout? RatingsOf() =>
        files.Files.Contains(MovieLensLayout.Csv.Ratings) ? MovieLensLayout.Csv with { Movies = names.Movies }
        : files.Files.Contains(RatingsSmall) ? MovieLensLayout.Csv with { Ratings = RatingsSmall, Movies = names.Movies }
        : null;

    /// <summary>TMDB's numbers by MovieLens', each of both once.</summary>
    Dictionary<int, int> ReadLinks()
    {
        var file = files.Files.Contains(Links) ? Links : LinksSmall;
        if (!files.Files.Contains(file)) throw new ImportException($"{files.Name} has ratings but no {Links}, which says what films they are of. Unpack all of it.");
        problems.Clear(file);
        var (links, seen) = (new Dictionary<int, int>(), new HashSet<int>());
        foreach (var (_, values) in TextFile.Csv(files, file, problems, ["movieId", "tmdbId"]))
        {
            // Some films of MovieLens have no number at TMDB.
            if (Number(values[0]) is { } number && Number(values[1]) is { } tmdb && seen.Add(tmdb)) links.TryAdd(number, tmdb);
        }

        return links;
    }

    // Tables that went through a spreadsheet have 862.0 for 862.
    static int? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= int.MaxValue ? (int)number : null;
}
