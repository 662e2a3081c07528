using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>Where one version of an item stands; it can be read at any time after, without a lock.</summary>
readonly record struct Location(JournalFile File, long Offset, int Length)
{
    public StoredItem Read() => new(ReadBytes());

    public byte[] ReadBytes()
    {
        var entry = new byte[Length];
        File.Read(Offset, entry);
        return entry;
    }
}
