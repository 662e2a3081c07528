using Matinee.Core.Import;
using Matinee.Core.Training;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.MovieLens;

/// <summary>Reads one of MovieLens' data sets.</summary>
sealed class MovieLensImport(IInputFiles files, ImportSource source, Problems problems, TimeProvider clock)
{
    const string Stage = "Reading ratings";

    /// <summary>The set, its films among those that are there; the ratings are read when they are walked.</summary>
    /// <exception cref="ImportException">It is no such set, or not sound.</exception>
    public ImportedSet Open(FilmCatalogue catalogue, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var layout = MovieLensLayout.Of(files);
        progress?.Report(new("Reading films", null));
        var films = new MovieLensFilms(files, layout, problems).Place(catalogue, cancellation);
        return new(source, catalogue, Ratings(layout, films, progress, cancellation))
        {
            People = () => new MovieLensPeople(files, source, problems).Read(),
        };
    }

    IEnumerable<RatingUpdate> Ratings(
        MovieLensLayout layout, IReadOnlyDictionary<int, int> films, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var lines = new RatingLines(files, layout, problems, clock.GetUtcNow());
        var users = new Dictionary<int, string>();
        var done = 0L;
        foreach (var block in lines.Blocks())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var line in block)
            {
                if (!films.TryGetValue(line.Film, out var film))
                {
                    problems.AddRow(layout.Ratings, $"film {line.Film}, rated by user {line.User}, is not in {layout.Movies}");
                    continue;
                }

                if (!users.TryGetValue(line.User, out var user)) users.Add(line.User, user = source.UserId(line.User.ToString()));
                yield return new(user, film, line.Halves / 2.0, DateTimeOffset.FromUnixTimeSeconds(line.Time), 0);
            }

            done += block.Count;
            var (read, length) = lines.Position;
            progress?.Report(new(Stage, length == 0 ? null : (double)read / length, done));
        }
    }
}
