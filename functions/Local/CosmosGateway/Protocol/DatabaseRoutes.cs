using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary><c>/dbs</c> and <c>/dbs/{name}</c>.</summary>
sealed class DatabaseRoutes(Account account)
{
    public GatewayResponse Answer(GatewayRequest request)
    {
        var name = request.Path[1];
        switch (request.Method, request.Path.Length)
        {
            case ("GET", 1): return MetadataFeed.Answer(request, "Databases", "", All());
            case ("POST", 1) when MetadataFeed.IsQuery(request): return MetadataFeed.Answer(request, "Databases", "", All());
            case ("POST", 1): return Of(201, account.CreateDatabase(IdIn(request.Body)));
            case ("GET", 2): return Of(200, account.Find(name) ?? throw CosmosError.NotFound($"There is no database '{name}'."));
            case ("DELETE", 2):
                account.DeleteDatabase(name);
                return new(204);
            default: throw CosmosError.NotAllowed($"{request.Method} is not served for {request.Path}.");
        }
    }

    IEnumerable<string> All() => account.Databases.Select(Describe);

    static GatewayResponse Of(int status, Database database) =>
        GatewayResponse.Json(status, Describe(database)).With(ProtocolHeaders.ETag, ETag(database));

    static string Describe(Database database)
    {
        var rid = database.Rid;
        return $$"""{"id":{{JsonSerializer.Serialize(database.Id)}},"_rid":"{{rid}}","_self":"dbs/{{rid}}/","_etag":{{JsonSerializer.Serialize(ETag(database))}},"_colls":"colls/","_users":"users/","_ts":{{database.Time}}}""";
    }

    static string ETag(Database database) => $"\"{database.Number:x8}-0000-0000-0000-{database.Time:x12}\"";

    static string IdIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? ItemBody.CheckId(id.GetString()!)
                : throw CosmosError.BadRequest("A database needs an 'id'.");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw CosmosError.BadRequest($"The body is not valid JSON: {error.Message}");
        }
    }
}
