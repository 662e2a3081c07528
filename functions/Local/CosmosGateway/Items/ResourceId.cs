using System.Buffers.Binary;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>The binary address of a container, of which everything inside it has one too.</summary>
/// <remarks>
/// Base64 with - for /. A database has 4 bytes, a container 4 more whose first has the bit 0x80 (without it clients take it for a
/// user), an item 8 more. They are kept for ever: leases and continuations name them.
/// </remarks>
readonly record struct ResourceId(uint DatabaseNumber, uint Number)
{
    public string Database => DatabaseId(DatabaseNumber);

    public string Item(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        Write(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], number);
        return Text(bytes);
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[8];
        Write(bytes);
        return Text(bytes);
    }

    public ulong ToUInt64() => ((ulong)DatabaseNumber << 32) | Number;

    public static string DatabaseId(uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return Text(bytes);
    }

    void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, DatabaseNumber);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], 0x80000000 | Number);
    }

    static string Text(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).Replace('/', '-');
}
