using Matinee.Core.Problems;

namespace Matinee.Core.Catalog;

/// <summary>Tells whether there is a film, even where it came into the catalogue a moment ago.</summary>
public sealed class KnownFilms(Catalogue catalogue, IMovies movies)
{
    /// <summary>A film, or null: out of memory where it is there, else out of the store.</summary>
    public async ValueTask<Movie?> FindAsync(int movieId, CancellationToken cancellation = default)
    {
        var view = await catalogue.ViewAsync(cancellation).ConfigureAwait(false);
        if (view.Find(movieId) is { } known) return known;
        if (movieId < 0) return null;
        return (await movies.FindAsync(movieId, cancellation).ConfigureAwait(false))?.Value;
    }

    /// <summary>A film.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public async ValueTask<Movie> RequireAsync(int movieId, CancellationToken cancellation = default) =>
        await FindAsync(movieId, cancellation).ConfigureAwait(false) ?? throw ProblemException.MovieNotFound(movieId);
}
