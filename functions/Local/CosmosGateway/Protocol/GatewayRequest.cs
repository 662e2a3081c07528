namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>A request, however it came.</summary>
/// <param name="Method">The HTTP verb.</param>
/// <param name="Path">What it is about.</param>
/// <param name="Header">The value of a header by its name, null without one.</param>
/// <param name="Body">The whole body.</param>
sealed record GatewayRequest(string Method, ResourcePath Path, Func<string, string?> Header, ReadOnlyMemory<byte> Body)
{
    public bool Is(string header) => string.Equals(Header(header), "True", StringComparison.OrdinalIgnoreCase);

    public bool Has(string header) => !string.IsNullOrEmpty(Header(header));
}
