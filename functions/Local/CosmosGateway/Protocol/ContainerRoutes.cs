using System.Text.Json;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary><c>/dbs/{name}/colls</c>, <c>/dbs/{name}/colls/{name}</c> and its one range of partition keys.</summary>
sealed class ContainerRoutes(Account account)
{
    const string RangesETag = "\"1\"";

    public GatewayResponse Answer(GatewayRequest request)
    {
        var (database, name) = (request.Path[1], request.Path[3]);
        switch (request.Method, request.Path.Length)
        {
            case ("GET", 3): return Feed(request, database);
            case ("POST", 3) when MetadataFeed.IsQuery(request): return Feed(request, database);
            case ("POST", 3): return Of(201, account.CreateContainer(database, ContainerDefinition.Parse(request.Body)));
            case ("GET", 4): return Of(200, Find(database, name));
            case ("PUT", 4):
                var definition = ContainerDefinition.Parse(request.Body);
                return Of(200, account.ReplaceContainer(database, name, definition, request.Header(ProtocolHeaders.IfMatch)));
            case ("DELETE", 4):
                account.DeleteContainer(database, name);
                return new(204);
            default: throw CosmosError.NotAllowed($"{request.Method} is not served for {request.Path}.");
        }
    }

    /// <summary>One range that holds everything: clients then never have to know how keys are spread.</summary>
    public GatewayResponse Ranges(GatewayRequest request)
    {
        var container = Find(request.Path[1], request.Path[3]);
        // A client asks until it hears that there is nothing new.
        if (request.Header(ProtocolHeaders.IfNoneMatch) == RangesETag) return new GatewayResponse(304).With(ProtocolHeaders.ETag, RangesETag);
        return GatewayResponse.Json(200, $$"""{"_rid":"{{container.Container.Id}}","PartitionKeyRanges":[{"_rid":"{{container.Container.Id}}","id":"0","minInclusive":"","maxExclusive":"FF","ridPrefix":0,"throughputFraction":1,"status":"online","parents":[],"_self":"","_etag":"","_ts":{{container.Time}}}],"_count":1}""")
            .With(ProtocolHeaders.ETag, RangesETag)
            .With(ProtocolHeaders.ItemCount, 1);
    }

    GatewayResponse Feed(GatewayRequest request, string name)
    {
        var database = account.Find(name) ?? throw CosmosError.NotFound($"There is no database '{name}'.");
        return MetadataFeed.Answer(request, "DocumentCollections", database.Rid, database.Containers.Select(Describe));
    }

    ContainerEntry Find(string database, string name) =>
        account.Find(database)?.Find(name) ?? throw CosmosError.NotFound($"There is no container '{name}' in a database '{database}'.");

    static GatewayResponse Of(int status, ContainerEntry entry) =>
        GatewayResponse.Json(status, Describe(entry)).With(ProtocolHeaders.ETag, entry.ETag);

    static string Describe(ContainerEntry entry)
    {
        var id = entry.Container.Id;
        return entry.Container.Definition.Json[..^1]
            + $$""","_rid":"{{id}}","_self":"dbs/{{id.Database}}/colls/{{id}}/","_etag":{{JsonSerializer.Serialize(entry.ETag)}},"_docs":"docs/","_sprocs":"sprocs/","_triggers":"triggers/","_udfs":"udfs/","_conflicts":"conflicts/","_ts":{{entry.Time}}}""";
    }
}
