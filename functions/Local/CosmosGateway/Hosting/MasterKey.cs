using System.Security.Cryptography;
using System.Text;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Hosting;

/// <summary>Checks that a request was signed with the account's key.</summary>
sealed class MasterKey
{
    /// <summary>The key that every Cosmos emulator has: it protects nothing, it lets clients find what they expect.</summary>
    public const string Emulator = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==";

    const string Prefix = "type=master&ver=1.0&sig=";

    readonly byte[] _key;

    MasterKey(byte[] key) => _key = key;

    /// <exception cref="GatewayException">It is not base64.</exception>
    public static MasterKey Parse(string base64)
    {
        try
        {
            var key = Convert.FromBase64String(base64);
            return key.Length > 0 ? new(key) : throw new GatewayException("The key is empty. Leave --key out for the emulator's key.");
        }
        catch (FormatException error)
        {
            throw new GatewayException("The key is not base64. Leave --key out for the emulator's key.", error);
        }
    }

    /// <exception cref="CosmosError">401: it was not.</exception>
    public void Check(GatewayRequest request)
    {
        if (request.Header(ProtocolHeaders.Authorization) is not { Length: > 0 } header)
            throw CosmosError.Unauthorized("The Authorization header is missing.");
        var text = Uri.UnescapeDataString(header);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) throw CosmosError.Unauthorized("Only signatures with the master key are served here.");
        var given = new byte[HMACSHA256.HashSizeInBytes];
        // Decoding turns the + of base64 into a space in some clients.
        var isWhole = Convert.TryFromBase64String(text[Prefix.Length..].Replace(' ', '+'), given, out var length) && length == given.Length;
        if (!isWhole || !IsSignature(request, given))
            throw CosmosError.Unauthorized("The signature is wrong: the client uses another key than the gateway (its --key, or the emulator's).");
    }

    // A path of resource ids is signed with the container's alone, in lower case.
    bool IsSignature(GatewayRequest request, ReadOnlySpan<byte> given)
    {
        var (type, link) = request.Path.Signed;
        return CryptographicOperations.FixedTimeEquals(Sign(request, type, link), given)
            || CryptographicOperations.FixedTimeEquals(Sign(request, type, link.Split('/')[^1].ToLowerInvariant()), given);
    }

    byte[] Sign(GatewayRequest request, string type, string link)
    {
        var (msDate, date) = (request.Header(ProtocolHeaders.MsDate) ?? "", request.Header(ProtocolHeaders.Date) ?? "");
        if (msDate.Length > 0) date = "";
        var text = $"{request.Method.ToLowerInvariant()}\n{type.ToLowerInvariant()}\n{link}\n{msDate.ToLowerInvariant()}\n{date.ToLowerInvariant()}\n";
        return HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
    }
}
