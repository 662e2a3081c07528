using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>Everything that is served, by its path.</summary>
sealed class AccountRoutes(Account account)
{
    readonly DatabaseRoutes _databases = new(account);
    readonly ContainerRoutes _containers = new(account);
    readonly ItemRoutes _items = new(account);

    public async Task<GatewayResponse> AnswerAsync(GatewayRequest request)
    {
        var path = request.Path;
        return (path[0], path[2], path[4], path.Length) switch
        {
            ("", _, _, 0) when request.Method == "GET" => AccountDocument.Answer(request),
            ("dbs", _, _, <= 2) => _databases.Answer(request),
            ("dbs", "colls", _, 3 or 4) => _containers.Answer(request),
            ("dbs", "colls", "docs", 5 or 6) => await _items.AnswerAsync(request).ConfigureAwait(false),
            ("dbs", "colls", "pkranges", 5) when request.Method == "GET" => _containers.Ranges(request),
            ("offers", _, _, _) => throw CosmosError.BadRequest("Reading or replacing throughput is not served here: there is none to pay for."),
            ("dbs", "users" or "clientencryptionkeys", _, _) or ("dbs", "colls", "sprocs" or "triggers" or "udfs" or "conflicts", _) =>
                throw CosmosError.NotServed($"{path} is not served here: neither users, permissions, encryption keys, conflicts nor code in the database."),
            _ => throw CosmosError.NotFound($"{request.Method} {path} is nothing that is served here."),
        };
    }
}
