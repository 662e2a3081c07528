using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>The answer to a batch in HybridRow.</summary>
sealed class BinaryBatchAnswer(ResourceId container) : BatchAnswer(container)
{
    readonly ArrayBufferWriter<byte> _body = Begun();
    readonly ArrayBufferWriter<byte> _row = new(256);

    public override ReadOnlyMemory<byte> Body => _body.WrittenMemory;

    protected override void Add(int status, int subStatus, string? etagText, ReadOnlySpan<byte> document)
    {
        var etag = Encoding.ASCII.GetBytes(etagText ?? "");
        _row.ResetWrittenCount();
        _row.Write(RowLayout.Answer);
        _row.Write([(byte)(0b11 | (etag.Length == 0 ? 0 : 0b100) | (document.IsEmpty ? 0 : 0b1000))]);
        Write(_row, status);
        Write(_row, subStatus);
        if (etag.Length > 0) WriteField(etag);
        if (!document.IsEmpty) WriteField(document);
        _body.Write(RowLayout.Record);
        Write(_body, _row.WrittenCount);
        Write(_body, unchecked((int)Crc32.Of(_row.WrittenSpan)));
        _body.Write(_row.WrittenSpan);
    }

    void WriteField(ReadOnlySpan<byte> value)
    {
        var length = (uint)value.Length;
        for (; length >= 0x80; length >>= 7) _row.Write([(byte)(length | 0x80)]);
        _row.Write([(byte)length]);
        _row.Write(value);
    }

    static void Write(ArrayBufferWriter<byte> target, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target.GetSpan(4), value);
        target.Advance(4);
    }

    static ArrayBufferWriter<byte> Begun()
    {
        var body = new ArrayBufferWriter<byte>(4096);
        body.Write(RowLayout.Segment);
        return body;
    }
}
