namespace Matinee.Engine.Files;

/// <summary>What a section is made of. The numbers are in files: never change one.</summary>
enum ElementType : byte
{
    Byte = 1,
    Int32 = 2,
    UInt32 = 3,
    Int64 = 4,
    Single = 5,
    Double = 6,
}

static class ElementTypes
{
    public static ElementType Of<T>() where T : unmanaged =>
        default(T) switch
        {
            byte => ElementType.Byte,
            int => ElementType.Int32,
            uint => ElementType.UInt32,
            long => ElementType.Int64,
            float => ElementType.Single,
            double => ElementType.Double,
            _ => throw new NotSupportedException($"A model file can't hold {typeof(T).Name}."),
        };

    public static int Size(ElementType type) => type switch
    {
        ElementType.Byte => 1,
        ElementType.Int32 or ElementType.UInt32 or ElementType.Single => 4,
        ElementType.Int64 or ElementType.Double => 8,
        _ => throw new ModelFileException($"A section has the unknown element type {(byte)type}."),
    };
}
