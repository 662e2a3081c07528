using Matinee.Core.Import;
using Matinee.Core.Training;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Import.MovieLens;

/// <summary>The ratings of a file as something to import.</summary>
sealed class RatingStream(IInputFiles files, MovieLensLayout layout, ImportSource source, Problems problems, TimeProvider clock)
{
    const string Stage = "Reading ratings";

    /// <summary>All sound ratings of films that are known; read anew each time they are walked.</summary>
    /// <param name="films">The numbers that films have here, by those that the file has.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it.</param>
    public IEnumerable<RatingUpdate> Ratings(
        IReadOnlyDictionary<int, int> films, IProgress<ImportProgress>? progress, CancellationToken cancellation)
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
