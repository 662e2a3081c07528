using System.Text.Json;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>What a client asks first: who is there, and where.</summary>
static class AccountDocument
{
    // queryEngineConfiguration is a text that holds JSON; clients insist on it and use none of it.
    public static GatewayResponse Answer(GatewayRequest request)
    {
        var endpoint = JsonSerializer.Serialize($"http://{request.Header(ProtocolHeaders.Host) ?? "localhost"}/");
        var location = $$"""[{"name":"Local","databaseAccountEndpoint":{{endpoint}}}]""";
        return GatewayResponse.Json(200, $$"""
            {"id":"local","_rid":"local","_self":"","_dbs":"//dbs/","writableLocations":{{location}},"readableLocations":{{location}},"enableMultipleWriteLocations":false,"userConsistencyPolicy":{"defaultConsistencyLevel":"Session"},"queryEngineConfiguration":"{\"maxSqlQueryInputLength\":262144}"}
            """);
    }
}
