using Matinee.Core.Import;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.MovieLens;

/// <summary>Reads one of MovieLens' data sets.</summary>
sealed class MovieLensImport(IInputFiles files, ImportSource source, Problems problems, TimeProvider clock)
{
    /// <summary>The set, its films among those that are there; the ratings are read when they are walked.</summary>
    /// <exception cref="ImportException">It is no such set, or not sound.</exception>
    public ImportedSet Open(FilmCatalogue catalogue, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var layout = MovieLensLayout.Of(files);
        progress?.Report(new("Reading films", null));
        var films = new MovieLensFilms(files, layout, problems).Place(catalogue, cancellation);
        return new(source, catalogue, new RatingStream(files, layout, source, problems, clock).Ratings(films, progress, cancellation))
        {
            People = () => new MovieLensPeople(files, source, problems).Read(),
        };
    }
}
