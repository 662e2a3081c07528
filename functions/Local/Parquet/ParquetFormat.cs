namespace Matinee.Local.Parquet;

/// <summary>How a value lies in a file (parquet.thrift's Type).</summary>
enum ParquetType
{
    Int32 = 1,
    Int64 = 2,
    Single = 4,
    Double = 5,
}

/// <summary>How pages are packed (CompressionCodec).</summary>
enum ParquetCodec
{
    None = 0,
    Snappy = 1,
    Gzip = 2,
}

/// <summary>Numbers of the format, as parquet.thrift has them.</summary>
static class ParquetFormat
{
    public const int Plain = 0;
    public const int PlainDictionary = 2;
    public const int Rle = 3;
    public const int RleDictionary = 8;

    public const int DataPage = 0;
    public const int DictionaryPage = 2;
    public const int DataPageV2 = 3;

    public const int Required = 0;
    public const int Optional = 1;
    public const int Repeated = 2;

    /// <summary>A file begins and ends with it; before the last one stands the length of the footer, in four bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "PAR1"u8;

    public static int SizeOf(ParquetType type) => type is ParquetType.Int32 or ParquetType.Single ? 4 : 8;
}
