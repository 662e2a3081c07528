using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>An answer, however it goes.</summary>
sealed class GatewayResponse(int status, ReadOnlyMemory<byte> body = default)
{
    public int Status => status;

    public ReadOnlyMemory<byte> Body => body;

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>Adds a header, unless there is no value for it.</summary>
    public GatewayResponse With(string header, string? value)
    {
        if (value is not null) Headers.Add(new(header, value));
        return this;
    }

    public GatewayResponse With(string header, long value) => With(header, value.ToString(CultureInfo.InvariantCulture));

    public static GatewayResponse Json(int status, string text) => new(status, Encoding.UTF8.GetBytes(text));

    public static GatewayResponse Of(CosmosError error) =>
        Json(error.Status, ErrorText(error.Code, error.Message)).With(ProtocolHeaders.SubStatus, error.SubStatus);

    public static GatewayResponse Failure(string message) => Json(500, ErrorText("InternalServerError", message));

    static string ErrorText(string code, string message) =>
        $"{{\"code\":{JsonSerializer.Serialize(code)},\"message\":{JsonSerializer.Serialize(message)}}}";
}
