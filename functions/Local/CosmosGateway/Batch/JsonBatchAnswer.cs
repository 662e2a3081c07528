using System.Buffers;
using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>The answer as a JSON array, for a batch that came so.</summary>
sealed class JsonBatchAnswer(ResourceId container) : BatchAnswer(container)
{
    readonly ArrayBufferWriter<byte> _body = new(4096);

    public override ReadOnlyMemory<byte> Finish()
    {
        _body.Write(_body.WrittenCount == 0 ? "[]"u8 : "]"u8);
        return _body.WrittenMemory;
    }

    public override void Add(int status, int subStatus = 0, ReadOnlySpan<byte> etag = default, ReadOnlySpan<byte> document = default)
    {
        _body.Write(_body.WrittenCount == 0 ? "["u8 : ","u8);
        using var json = new Utf8JsonWriter(_body);
        json.WriteStartObject();
        json.WriteNumber("statusCode", status);
        if (subStatus != 0) json.WriteNumber("subStatusCode", subStatus);
        json.WriteNumber("requestCharge", 0);
        if (!etag.IsEmpty) json.WriteString("eTag", etag);
        if (!document.IsEmpty)
        {
            json.WritePropertyName("resourceBody");
            json.WriteRawValue(document, skipInputValidation: true);
        }

        json.WriteEndObject();
    }
}
