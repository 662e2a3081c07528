namespace Matinee.Contract.Tests.Stores;

/// <summary>Counts what goes over the wire.</summary>
sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    readonly Lock _counting = new();
    readonly List<Request> _requests = [];

    public sealed record Request(string Kind, long Sent, long Received);

    /// <summary>What an operation costs: the kinds of its requests in order, and their bytes.</summary>
    public async Task<IReadOnlyList<Request>> DuringAsync(Func<Task> operation)
    {
        lock (_counting) _requests.Clear();
        await operation();
        lock (_counting) return [.. _requests];
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is { } content ? (await content.ReadAsByteArrayAsync(cancellationToken)).Length : 0;
        var response = await base.SendAsync(request, cancellationToken);
        var received = (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length;
        lock (_counting) _requests.Add(new(KindOf(request), sent, received));
        return response;
    }

    static string KindOf(HttpRequestMessage request)
    {
        var isDocuments = request.RequestUri!.AbsolutePath.Contains("/docs", StringComparison.Ordinal);
        if (!isDocuments) return "metadata";
        if (request.Headers.Contains("x-ms-cosmos-is-query-plan-request")) return "plan";
        if (request.Headers.Contains("x-ms-documentdb-isquery")) return request.Headers.Contains("x-ms-documentdb-partitionkey") ? "query" : "query everywhere";
        if (request.Headers.Contains("x-ms-cosmos-is-batch-request")) return "batch";
        if (request.Headers.Contains("A-IM")) return "feed";
        return request.Method.Method switch { "GET" => "read", "POST" => "create", "PUT" => "replace", "DELETE" => "delete", "PATCH" => "patch", var other => other };
    }
}
