using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>The answer to a batch in JSON.</summary>
sealed class JsonBatchAnswer(ResourceId container) : BatchAnswer(container)
{
    readonly ArrayBufferWriter<byte> _body = new(4096);

    public override ReadOnlyMemory<byte> Body => Encoding.UTF8.GetBytes($"[{Encoding.UTF8.GetString(_body.WrittenSpan)}]");

    protected override void Add(int status, int subStatus, string? etag, ReadOnlySpan<byte> document)
    {
        if (_body.WrittenCount > 0) _body.Write(","u8);
        Write($"{{\"statusCode\":{status.ToString(CultureInfo.InvariantCulture)},\"subStatusCode\":{subStatus.ToString(CultureInfo.InvariantCulture)}");
        if (etag is not null) Write($",\"eTag\":{JsonSerializer.Serialize(etag)}");
        if (!document.IsEmpty)
        {
            Write(",\"resourceBody\":");
            _body.Write(document);
        }

        Write("}");
    }

    void Write(string text) => Encoding.UTF8.GetBytes(text, _body);
}
