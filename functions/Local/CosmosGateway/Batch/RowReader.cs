using System.Buffers.Binary;
using System.Text;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>Reads bytes of strangers: nothing is believed before it is checked.</summary>
ref struct RowReader(ReadOnlyMemory<byte> bytes)
{
    ReadOnlyMemory<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public void Expect(ReadOnlySpan<byte> constant)
    {
        if (!Take(constant.Length).Span.SequenceEqual(constant)) throw Malformed();
    }

    public byte Byte() => Take(1).Span[0];

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4).Span);

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span);

    /// <summary>An unsigned number of seven bits a byte, the lowest first.</summary>
    public int Leb128()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Byte();
            value |= (uint)(next & 0x7F) << shift;
            if ((next & 0x80) == 0) return value <= int.MaxValue ? (int)value : throw Malformed();
        }

        throw Malformed();
    }

    public ReadOnlyMemory<byte> Bytes() => Take(Leb128());

    public string Text()
    {
        var bytes = Bytes().Span;
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw Malformed();
    }

    public ReadOnlyMemory<byte> Take(int length)
    {
        if (length < 0 || length > _rest.Length) throw Malformed();
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    public static CosmosError Malformed() => CosmosError.BadRequest("The batch is not well-formed HybridRow.");
}
