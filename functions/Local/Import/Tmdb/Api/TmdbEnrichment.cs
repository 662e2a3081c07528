using Matinee.Core.Catalog;
using Matinee.Core.Import;

namespace Matinee.Local.Import.Tmdb.Api;

/// <summary>What an enrichment came to.</summary>
/// <param name="Asked">Films with an id, of which something was missing.</param>
/// <param name="Filled">Films of which more is known now.</param>
/// <param name="Unknown">Films that TMDB does not know.</param>
/// <param name="Failed">Films that could not be asked about.</param>
/// <param name="Requests">Questions to TMDB.</param>
/// <param name="Kept">Answers that were there from before.</param>
sealed record TmdbOutcome(int Asked, int Filled, int Unknown, int Failed, int Requests, int Kept);

/// <summary>Fills the gaps of films with what TMDB knows. Saves as it goes: who begins again goes on where the last run ended.</summary>
sealed class TmdbEnrichment(IMovies movies, TmdbOptions options, TmdbCache cache, Problems problems, TimeProvider clock)
{
    const string Stage = "Asking TMDB";
    const int FilmsAtOnce = 100;

    // When so many films in a row fail, the next ones will as well.
    const int MostInARow = 10;

    readonly Lock _turn = new();
    int _filled;
    int _unknown;
    int _failed;
    int _inARow;

    /// <exception cref="TmdbException">TMDB can't be had at all.</exception>
    public async Task<TmdbOutcome> RunAsync(IEnumerable<Movie> films, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var client = new TmdbClient(options, clock);
        var tmdb = new TmdbFilms(client, cache);
        var asked = films.Where(film => (film.TmdbId ?? (object?)film.ImdbId) is not null && (options.Overwrite || TmdbFilling.HasGaps(film))).ToList();
        var done = 0;
        progress?.Report(new(Stage, 0));
        foreach (var some in asked.Chunk(FilmsAtOnce))
        {
            var filled = new List<Movie>();
            try
            {
                await Parallel.ForEachAsync(some, new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce, CancellationToken = cancellation }, async (film, stop) =>
                {
                    if (await FillAsync(tmdb, film, stop) is { } changed)
                        lock (_turn) filled.Add(changed);
                    progress?.Report(new(Stage, (double)Interlocked.Increment(ref done) / asked.Count, done));
                });
            }
            finally
            {
                // Also what came before it was stopped.
                if (filled.Count > 0) await movies.SaveAsync([.. filled.OrderBy(static film => film.Id)], CancellationToken.None);
                _filled += filled.Count;
            }
        }

        return new(asked.Count, _filled, _unknown, _failed, client.Asked, tmdb.Kept);
    }

    /// <summary>The film with more in it; null where there is no more.</summary>
    async Task<Movie?> FillAsync(TmdbFilms tmdb, Movie film, CancellationToken cancellation)
    {
        try
        {
            var found = await tmdb.FindAsync(film, cancellation);
            lock (_turn)
            {
                _inARow = 0;
                if (found is null) _unknown++;
            }

            if (found is null) return null;
            var filled = TmdbFilling.Fill(film, found, options.Overwrite);
            return ReferenceEquals(filled, film) ? null : filled;
        }
        catch (TmdbException error)
        {
            lock (_turn)
            {
                _failed++;
                problems.AddRow("TMDB", $"film {film.Id}, {film.Title}: {error.Message}");
                if (++_inARow >= MostInARow)
                    throw new InvalidOperationException($"TMDB fails for film after film ({error.Message}) What was fetched is kept; the same command goes on later.", error);
            }

            return null;
        }
    }
}
