using System.Buffers;
using System.Globalization;
using System.Text;

namespace Matinee.Local.CosmosGateway.Protocol;

/// <summary>A page of results in the making.</summary>
sealed class FeedPage
{
    /// <summary>A page ends when it is this large, whatever was asked for; one item always fits.</summary>
    public const int MaxBytes = 4 << 20;

    readonly ArrayBufferWriter<byte> _body = new(1024);

    public FeedPage(string rid, string name = "Documents") =>
        Write($"{{\"_rid\":\"{rid}\",\"{name}\":[");

    public int Count { get; private set; }

    /// <summary>Would one more item of this length be too much?</summary>
    public bool IsFullFor(int length) => Count > 0 && _body.WrittenCount + length > MaxBytes;

    public void Add(ReadOnlySpan<byte> document)
    {
        if (Count > 0) _body.Write(","u8);
        _body.Write(document);
        Count++;
    }

    public void Add(string document)
    {
        if (Count > 0) _body.Write(","u8);
        Write(document);
        Count++;
    }

    public GatewayResponse Answer()
    {
        Write($"],\"_count\":{Count}}}");
        return new GatewayResponse(200, _body.WrittenMemory).With(ProtocolHeaders.ItemCount, Count);
    }

    /// <summary>How many items a request wants in a page.</summary>
    public static int MaxItems(GatewayRequest request, int otherwise)
    {
        if (request.Header(ProtocolHeaders.MaxItemCount) is not { Length: > 0 } text) return otherwise;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || count is 0 or < -1)
            throw CosmosError.BadRequest($"{ProtocolHeaders.MaxItemCount} must be a whole number above 0, or -1, not '{text}'.");
        return count == -1 ? otherwise : count;
    }

    void Write(string text) => Encoding.UTF8.GetBytes(text, _body);
}
