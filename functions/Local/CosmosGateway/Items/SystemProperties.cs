using System.Text;
using System.Text.Json;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>The properties that the store gives every document: not stored, written behind the body when it is read.</summary>
static class SystemProperties
{
    /// <summary>Is the reader at the name of one of them?</summary>
    public static bool IsName(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("_rid"u8) || reader.ValueTextEquals("_self"u8) || reader.ValueTextEquals("_etag"u8)
        || reader.ValueTextEquals("_attachments"u8) || reader.ValueTextEquals("_ts"u8) || reader.ValueTextEquals("_lsn"u8);

    /// <summary>A quick look: false where a document certainly has none of them.</summary>
    public static bool MayOccurIn(ReadOnlySpan<byte> json) => json.IndexOf("\"_"u8) >= 0 || json.IndexOf("\"\\u005"u8) >= 0;

    /// <summary>The ETag of an item: its last change and its container, quotes included.</summary>
    public static string ETag(long lsn, ResourceId container, uint time) =>
        $"\"{(uint)(lsn >> 16):x8}-{(ushort)lsn:x4}-0000-{(ushort)container.Number:x4}-{time:x12}\"";

    /// <summary>The document with its system properties; a change feed wants the LSN too.</summary>
    public static byte[] Render(ReadOnlySpan<byte> body, ResourceId container, long number, long lsn, uint time, bool withLsn = false)
    {
        var rid = container.Item(number);
        var etag = ETag(lsn, container, time);
        var suffix = $",\"_rid\":\"{rid}\",\"_self\":\"dbs/{container.Database}/colls/{container}/docs/{rid}/\","
            + $"\"_etag\":\"\\{etag.AsSpan(0, etag.Length - 1)}\\\"\",\"_attachments\":\"attachments/\",\"_ts\":{time}{(withLsn ? $",\"_lsn\":{lsn}" : "")}}}";
        var document = new byte[body.Length - 1 + suffix.Length];
        body[..^1].CopyTo(document);
        Encoding.ASCII.GetBytes(suffix, document.AsSpan(body.Length - 1));
        return document;
    }
}
