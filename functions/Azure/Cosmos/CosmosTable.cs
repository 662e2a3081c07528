using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Matinee.Core.Stores;
using Matinee.Core.Training;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>One container's documents, as bytes: answers are looked at, not thrown, and our own serializer reads them.</summary>
sealed class CosmosTable<T>(Container container, JsonTypeInfo<T> json, StoreRetry retry) where T : class
{
    const int ChangesOfPage = 1000;

    public Container Container => container;

    public Task<Stored<T>?> FindAsync(string id, PartitionKey key, CancellationToken cancellation) =>
        retry.RunAsync(async stop =>
        {
            using var response = await container.ReadItemStreamAsync(id, key, cancellationToken: stop).ConfigureAwait(false);
            if (response.IsMissing()) return null;
            response.Check();
            return new Stored<T>(JsonSerializer.Deserialize(response.Content, json)!, response.Headers.ETag);
        }, cancellation);

    /// <summary>The ETag, or null if there is such an item already.</summary>
    public Task<string?> CreateAsync(T document, PartitionKey key, CancellationToken cancellation) =>
        WriteAsync(document, (body, stop) => container.CreateItemStreamAsync(body, key, cancellationToken: stop), cancellation);

    /// <summary>The new ETag, or null if the item is not in the state that the ETag marks.</summary>
    public Task<string?> ReplaceAsync(T document, string id, PartitionKey key, string etag, CancellationToken cancellation) =>
        WriteAsync(document, (body, stop) => container.ReplaceItemStreamAsync(body, id, key, new() { IfMatchEtag = etag }, stop), cancellation);

    /// <summary>The new ETag, or null where another wrote the same item at the same moment.</summary>
    public Task<string?> UpsertAsync(T document, PartitionKey key, CancellationToken cancellation) =>
        WriteAsync(document, (body, stop) => container.UpsertItemStreamAsync(body, key, cancellationToken: stop), cancellation);

    /// <summary>Adds (no ETag) or changes just the state that the ETag marks.</summary>
    /// <exception cref="ConflictException">It is there already, or in another state.</exception>
    public async Task<string> SaveAsync(T document, string id, PartitionKey key, string? etag, string what, CancellationToken cancellation) =>
        (etag is null
            ? await CreateAsync(document, key, cancellation).ConfigureAwait(false)
            : await ReplaceAsync(document, id, key, etag, cancellation).ConfigureAwait(false))
        ?? throw new ConflictException(what);

    /// <summary>False if there was no such item, or not in that state.</summary>
    public Task<bool> RemoveAsync(string id, PartitionKey key, CancellationToken cancellation, string? etag = null) =>
        retry.RunAsync(async stop =>
        {
            using var response = await container.DeleteItemStreamAsync(id, key, new() { IfMatchEtag = etag }, stop).ConfigureAwait(false);
            if (response.IsMissing() || response.StatusCode == HttpStatusCode.PreconditionFailed) return false;
            response.Check();
            return true;
        }, cancellation);

    /// <summary>What a query finds, up to a number; null asks across all partitions.</summary>
    public Task<List<T>> QueryAsync(QueryDefinition query, PartitionKey? key, CancellationToken cancellation, int most = int.MaxValue) =>
        retry.RunAsync(async stop =>
        {
            // Without the detour over a query plan, which costs a request for each page.
            var options = new QueryRequestOptions
            {
                PartitionKey = key,
                MaxItemCount = most == int.MaxValue ? -1 : most,
                EnableOptimisticDirectExecution = key is not null,
            };
            using var pages = container.GetItemQueryStreamIterator(query, requestOptions: options);
            var found = new List<T>();
            while (pages.HasMoreResults && found.Count < most)
            {
                using var page = await pages.ReadNextAsync(stop).ConfigureAwait(false);
                page.Check();
                DocumentPage.Read(page.Content, json, found);
            }

            if (found.Count > most) found.RemoveRange(most, found.Count - most);
            return found;
        }, cancellation);

    /// <summary>The next documents of the change feed behind a continuation; null begins with all there are.</summary>
    /// <exception cref="ContinuationRefusedException">The feed does not go on from there.</exception>
    public Task<Changes<T>> ChangesAsync(string? since, CancellationToken cancellation)
    {
        return retry.RunAsync(async stop =>
        {
            using var pages = OpenChanges(since);
            using var page = await pages.ReadNextAsync(stop).ConfigureAwait(false);
            if (page.StatusCode == HttpStatusCode.NotModified) return new Changes<T>([], page.ContinuationToken, IsLast: true);
            if (page.StatusCode == HttpStatusCode.BadRequest && since is not null) throw Refused(page.ErrorMessage);
            page.Check();
            var found = new List<T>();
            DocumentPage.Read(page.Content, json, found);
            return new(found, page.ContinuationToken, IsLast: false);
        }, cancellation);
    }

    public Task<TResult> RunAsync<TResult>(Func<CancellationToken, Task<TResult>> attempt, CancellationToken cancellation) =>
        retry.RunAsync(attempt, cancellation);

    public MemoryStream Body(T document) => new(JsonSerializer.SerializeToUtf8Bytes(document, json), writable: false);

    FeedIterator OpenChanges(string? since)
    {
        try
        {
            var start = since is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(since);
            return container.GetChangeFeedStreamIterator(start, ChangeFeedMode.LatestVersion, new() { PageSizeHint = ChangesOfPage });
        }
        catch (Exception error) when (since is not null && error is ArgumentException or FormatException or JsonException)
        {
            throw Refused(error.Message, error);
        }
    }

    ContinuationRefusedException Refused(string? why, Exception? error = null) =>
        new($"The change feed of {container.Id} does not go on from there: {why ?? "it gave no reason"}.", error);

    Task<string?> WriteAsync(T document, Func<Stream, CancellationToken, Task<ResponseMessage>> write, CancellationToken cancellation) =>
        retry.RunAsync(async stop =>
        {
            using var body = Body(document);
            using var response = await write(body, stop).ConfigureAwait(false);
            // What was to be replaced may be gone: that is another state, too.
            if (StoreAnswers.IsConflict(response.StatusCode) || response.IsMissing()) return null;
            response.Check();
            return (string?)response.Headers.ETag;
        }, cancellation);
}
