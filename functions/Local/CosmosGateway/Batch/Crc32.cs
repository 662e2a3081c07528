namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>The checksum of zip files, which the batch format asks for.</summary>
static class Crc32
{
    const uint Polynomial = 0xEDB88320;

    static readonly uint[] s_table = Table();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes) crc = s_table[(byte)(crc ^ one)] ^ (crc >> 8);
        return ~crc;
    }

    static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? Polynomial ^ (value >> 1) : value >> 1;
            table[i] = value;
        }

        return table;
    }
}
