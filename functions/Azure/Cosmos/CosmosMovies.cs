using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Catalog;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

sealed class CosmosMovies(CosmosTable<MovieDocument> table) : IMovies
{
    const int WritesAtOnce = 16;

    public async Task<Stored<Movie>?> FindAsync(int movieId, CancellationToken cancellation)
    {
        var id = MovieDocument.IdOf(movieId);
        return await table.FindAsync(id, new(id), cancellation).ConfigureAwait(false) is { } found ? new(found.Value.ToMovie(), found.ETag) : null;
    }

    public async Task<IReadOnlyList<Movie>> FindAsync(IReadOnlyCollection<int> movieIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(movieIds);
        if (movieIds.Count == 0) return [];
        var keys = movieIds.Distinct().Select(static movieId => MovieDocument.IdOf(movieId)).Select(static id => (id, new PartitionKey(id))).ToList();
        return await table.RunAsync(async stop =>
        {
            using var response = await table.Container.ReadManyItemsStreamAsync(keys, cancellationToken: stop).ConfigureAwait(false);
            response.Check();
            var found = new List<MovieDocument>();
            DocumentPage.Read(response.Content, CosmosJson.Default.MovieDocument, found);
            return found.ConvertAll(static document => document.ToMovie());
        }, cancellation).ConfigureAwait(false);
    }

    public Task SaveAsync(IReadOnlyCollection<Movie> movies, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(movies);
        var options = new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellation };
        return Parallel.ForEachAsync(movies, options, async (movie, stop) =>
        {
            var document = MovieDocument.Of(movie);
            await table.UpsertAsync(document, new(document.Id), stop).ConfigureAwait(false);
        });
    }

    public async Task<Changes<Movie>> ChangesAsync(string? since, CancellationToken cancellation)
    {
        var changes = await table.ChangesAsync(since, cancellation).ConfigureAwait(false);
        return new([.. changes.Items.Select(static document => document.ToMovie())], changes.Continuation, changes.IsLast);
    }
}
