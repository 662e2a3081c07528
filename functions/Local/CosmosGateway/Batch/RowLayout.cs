namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>The few constants of HybridRow that batches need.</summary>
/// <remarks>
/// <code>
/// segment  81 F0D8FF7F 01 0A000000
/// record   81 F1D8FF7F | length i32 | CRC-32 u32 | row
/// question 81 7054E17F | mask | operation i32 | resource type i32 | {length LEB128, bytes}* | {type u8, path LEB128, value}*
/// answer   81 7154E17F | mask | status i32 | sub-status i32 | {length LEB128, bytes}*
/// </code>
/// Little endian throughout; the mask's bits say which of the fields, in this order, are there.
/// </remarks>
static class RowLayout
{
    public static ReadOnlySpan<byte> Segment => [0x81, 0xF0, 0xD8, 0xFF, 0x7F, 0x01, 0x0A, 0, 0, 0];

    public static ReadOnlySpan<byte> Record => [0x81, 0xF1, 0xD8, 0xFF, 0x7F];

    public static ReadOnlySpan<byte> Question => [0x81, 0x70, 0x54, 0xE1, 0x7F];

    public static ReadOnlySpan<byte> Answer => [0x81, 0x71, 0x54, 0xE1, 0x7F];

    public const int PartitionKeyField = 2;
    public const int IdField = 4;
    public const int BodyField = 6;
    public const int Fields = 7;

    public const int IfMatchPath = 9;
    public const int IfNoneMatchPath = 10;
    public const int MinimalPath = 12;

    public const byte False = 2;
    public const byte True = 3;
    public const byte Int32 = 7;
    public const byte Utf8 = 20;

}
