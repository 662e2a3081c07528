using System.Security.Cryptography;
using System.Text;
using Matinee.Local.CosmosGateway.Hosting;

namespace Matinee.Contract.Tests.Gateway;

/// <summary>Signs requests as the protocol's documentation says, apart from the gateway's own code.</summary>
static class EmulatorSignature
{
    const string Date = "Sat, 21 Nov 2026 07:21:43 GMT";

    public static HttpRequestMessage Sign(HttpRequestMessage request, string path)
    {
        var segments = path.Split('/').Select(Uri.UnescapeDataString).ToArray();
        var isItem = segments.Length % 2 == 0;
        var type = isItem ? segments[^2] : segments[^1];
        var link = string.Join('/', isItem ? segments : segments[..^1]);
        var text = $"{request.Method.Method.ToLowerInvariant()}\n{type.ToLowerInvariant()}\n{link}\n{Date.ToLowerInvariant()}\n\n";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(MasterKey.Emulator), Encoding.UTF8.GetBytes(text)));
        request.Headers.TryAddWithoutValidation("Authorization", Uri.EscapeDataString($"type=master&ver=1.0&sig={signature}"));
        request.Headers.Add("x-ms-date", Date);
        return request;
    }
}
