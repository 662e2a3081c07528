using System.Buffers.Binary;
using System.Text;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>What names an item in its container: the partition key, and the id within it.</summary>
sealed record ItemKey(PartitionKey Partition, string Id)
{
    public byte[] IdBytes { get; } = Encoding.UTF8.GetBytes(Id);

    public ulong Hash => HashOf(Partition.Bytes, IdBytes);

    // The bytes are the id again, and arrays compare by reference.
    public bool Equals(ItemKey? other) => other is not null && Partition.Equals(other.Partition) && Id == other.Id;

    public override int GetHashCode() => (int)Hash;

    public static ulong HashOf(ReadOnlySpan<byte> partition, ReadOnlySpan<byte> id) => Mix(id, Mix(partition, 0x9E3779B97F4A7C15UL));

    public static ulong HashOf(ReadOnlySpan<byte> partition) => Mix(partition, 0xD6E8FEB86659FD93UL);

    static ulong Mix(ReadOnlySpan<byte> bytes, ulong hash)
    {
        const ulong Multiplier = 0xFF51AFD7ED558CCDUL;
        hash = (hash ^ (ulong)bytes.Length) * Multiplier;
        for (; bytes.Length >= 8; bytes = bytes[8..]) hash = Fold((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Multiplier);
        foreach (var one in bytes) hash = (hash ^ one) * Multiplier;
        return Fold(Fold(hash) * Multiplier);
    }

    static ulong Fold(ulong hash) => hash ^ (hash >> 32);
}
