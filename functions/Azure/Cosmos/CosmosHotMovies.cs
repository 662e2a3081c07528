using System.Net;
using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

sealed class CosmosHotMovies(CosmosTable<HotMovieDocument> table) : IHotMovies
{
    const long FirstRevision = 1;
    const string Rated = "c.score > 0";

    static readonly Keyset s_hottest = new("hot", Rated, "score", "movieId");

    public async Task SaveAsync(HotMovie movie, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(movie);
        var document = HotMovieDocument.Of(movie);
        // Figures of the first revision are most likely the first that there are: a request less than finding that out.
        if (movie.Revision == FirstRevision && await table.CreateAsync(document, new(document.Window), cancellation).ConfigureAwait(false) is not null) return;
        // Between two rounds somebody else has created it: the second finds it.
        while (!await PatchAsync(document, cancellation).ConfigureAwait(false)
            && await table.CreateAsync(document, new(document.Window), cancellation).ConfigureAwait(false) is null)
        {
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public async Task<Page<HotMovie>> ListAsync(HotWindow window, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var found = await table.QueryAsync(s_hottest.Query(page), KeyOf(window), cancellation, page.Limit + 1).ConfigureAwait(false);
        return Cursor.PageOf(found.ConvertAll(document => document.ToHotMovie(window)), page.Limit, static movie => s_hottest.At(movie.Score, movie.MovieId));
    }

    public async Task<Changes<HotMovie>> ChangesAsync(string? since, CancellationToken cancellation)
    {
        var changes = await table.ChangesAsync(since, cancellation).ConfigureAwait(false);
        return new([.. changes.Items.Select(static document => document.ToHotMovie(HotMovieDocument.WindowOf(document.Window)))], changes.Continuation, changes.IsLast);
    }

    /// <summary>One request that reads nothing: the store compares the revisions. False if there is no such item.</summary>
    Task<bool> PatchAsync(HotMovieDocument document, CancellationToken cancellation)
    {
        PatchOperation[] operations =
        [
            PatchOperation.Set("/revision", document.Revision),
            PatchOperation.Set("/score", document.Score),
            PatchOperation.Set("/count", document.Count),
            PatchOperation.Set("/halvesSum", document.HalvesSum),
            PatchOperation.Set("/days", document.Days),
        ];
        var options = new PatchItemRequestOptions { FilterPredicate = $"FROM c WHERE c.revision < {document.Revision}", EnableContentResponseOnWrite = false };
        return table.RunAsync(async stop =>
        {
            using var response = await table.Container.PatchItemStreamAsync(document.Id, new(document.Window), operations, options, stop).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.PreconditionFailed) return true;
            if (response.IsMissing()) return false;
            response.Check();
            return true;
        }, cancellation);
    }

    static PartitionKey KeyOf(HotWindow window) => new(HotMovieDocument.KeyOf(window));
}
