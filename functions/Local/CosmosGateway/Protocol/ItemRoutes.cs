using System.Globalization;
using System.Text;
using Matinee.Local.CosmosGateway.Batch;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Patching;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary><c>/dbs/{name}/colls/{name}/docs</c> and one item in it.</summary>
sealed class ItemRoutes(Account account)
{
    public async Task<GatewayResponse> AnswerAsync(GatewayRequest request)
    {
        RefuseWhatIsNotServed(request);
        var container = Find(request.Path[1], request.Path[3]);
        var (response, lsn) = request.Path.Length == 4 + 1 ? AnswerMany(request, container) : AnswerOne(request, container);
        // Nobody may be told, or may read, what a power cut could still undo.
        await container.WhenDurable(lsn).ConfigureAwait(false);
        return response.With(ProtocolHeaders.SessionToken, $"0:-1#{lsn.ToString(CultureInfo.InvariantCulture)}");
    }

    static (GatewayResponse Response, long Lsn) AnswerMany(GatewayRequest request, Container container)
    {
        if (request.Is(ProtocolHeaders.IsQueryPlan)) return (QueryRoutes.Plan(request), 0);
        var response = request.Method switch
        {
            "GET" when request.Has(ProtocolHeaders.ChangeFeed) => ChangeFeed.Answer(request, container),
            "GET" => ReadFeed.Answer(request, container),
            "POST" when request.Has(ProtocolHeaders.ChangeFeed) => throw CosmosError.BadRequest("A change feed with a query is not served here."),
            "POST" when MetadataFeed.IsQuery(request) => QueryRoutes.Page(request, container),
            "POST" when request.Is(ProtocolHeaders.IsBatch) => BatchRoutes.Answer(request, container),
            "POST" => Write(request, container),
            _ => throw CosmosError.NotAllowed($"{request.Method} is not served for {request.Path}."),
        };
        return (response, container.Lsn);
    }

    static (GatewayResponse Response, long Lsn) AnswerOne(GatewayRequest request, Container container)
    {
        var key = new ItemKey(KeyOf(request) ?? throw NoKey(), request.Path[5]);
        if (request.Method == "GET") return Read(request, container, key);
        var path = container.Definition.Path;
        var operation = request.Method switch
        {
            "PUT" => Replacing(new ItemOperation(OperationKind.Replace, key) { Body = ItemBody.Parse(request.Body, path) }),
            "PATCH" => new ItemOperation(OperationKind.Patch, key) { Patch = PatchRequest.Parse(request.Body) },
            "DELETE" => new ItemOperation(OperationKind.Delete, key),
            _ => throw CosmosError.NotAllowed($"{request.Method} is not served for {request.Path}."),
        };
        return (Execute(request, container, operation), container.Lsn);
    }

    static (GatewayResponse Response, long Lsn) Read(GatewayRequest request, Container container, ItemKey key)
    {
        // That something is not there may be news, too: whoever removed it must be safe first.
        if (container.Read(key) is not { } item) return (GatewayResponse.Of(Missing(key)), container.Lsn);
        var etag = item.ETag(container.Id);
        var known = request.Header(ProtocolHeaders.IfNoneMatch) is { } header && Precondition.Matches(header, etag);
        var response = known ? new GatewayResponse(304) : new GatewayResponse(200, item.Render(container.Id));
        return (response.With(ProtocolHeaders.ETag, etag), item.Lsn);
    }

    static GatewayResponse Write(GatewayRequest request, Container container)
    {
        var body = ItemBody.Parse(request.Body, container.Definition.Path);
        var header = KeyOf(request) ?? throw NoKey();
        if (!header.Equals(body.Partition)) throw CosmosError.KeyMismatch();
        var kind = request.Is(ProtocolHeaders.IsUpsert) ? OperationKind.Upsert : OperationKind.Create;
        return Execute(request, container, new ItemOperation(kind, new ItemKey(header, body.Id)) { Body = body });
    }

    static GatewayResponse Execute(GatewayRequest request, Container container, ItemOperation operation)
    {
        var outcome = container.Execute(operation with
        {
            IfMatch = request.Header(ProtocolHeaders.IfMatch),
            IfNoneMatch = request.Header(ProtocolHeaders.IfNoneMatch),
        });
        if (outcome.Error is { } error) return GatewayResponse.Of(error);
        if (outcome.Item is not { } item) return new(outcome.Status);
        var isMinimal = string.Equals(request.Header(ProtocolHeaders.Prefer), "return=minimal", StringComparison.OrdinalIgnoreCase);
        return new GatewayResponse(outcome.Status, isMinimal ? default : item.Render(container.Id)).With(ProtocolHeaders.ETag, item.ETag(container.Id));
    }

    /// <summary>The partition key of a request, null where it names none.</summary>
    public static PartitionKey? KeyOf(GatewayRequest request) =>
        request.Header(ProtocolHeaders.PartitionKey) is { Length: > 0 } header ? PartitionKey.FromHeader(Encoding.UTF8.GetBytes(header)) : null;

    /// <summary>Refuses a replacement that names another item than its address.</summary>
    public static ItemOperation Replacing(ItemOperation operation) =>
        !operation.Key.Partition.Equals(operation.Body!.Partition) ? throw CosmosError.KeyMismatch()
        : operation.Body.Id != operation.Key.Id
            ? throw CosmosError.BadRequest($"The item '{operation.Key.Id}' can't be renamed to '{operation.Body.Id}' by replacing it.")
        : operation;

    Container Find(string database, string name) =>
        account.Find(database)?.Find(name)?.Container ?? throw CosmosError.NoContainer($"There is no container '{name}' in a database '{database}'.");

    static void RefuseWhatIsNotServed(GatewayRequest request)
    {
        if (request.Has(ProtocolHeaders.PreTrigger) || request.Has(ProtocolHeaders.PostTrigger)) throw CosmosError.BadRequest("Triggers are not served here.");
        if (request.Has(ProtocolHeaders.StartEpk) || request.Has(ProtocolHeaders.EndEpk))
            throw CosmosError.BadRequest("A container has one range of partition keys here: narrower ranges are not served.");
    }

    static CosmosError Missing(ItemKey key) => CosmosError.NotFound($"There is no item '{key.Id}' in the partition {key.Partition}.");

    static CosmosError NoKey() => CosmosError.BadRequest($"The header {ProtocolHeaders.PartitionKey} is missing.");
}
