using System.Buffers.Binary;
using System.Buffers.Text;
using Matinee.Core.Stores;

namespace Matinee.Core.Recommendations;

/// <summary>
/// Where a page of recommendations ended: the list's id and luck, and the films that were shown. So no film comes twice though the viewer
/// has rated some since, and the model or the catalogue is another.
/// </summary>
/// <param name="ListId">The id of the list, the same on all its pages.</param>
/// <param name="Seed">The luck of the list.</param>
/// <param name="Request">Which request it belongs to: a cursor of another is refused.</param>
/// <param name="Shown">The ids of the films shown, in ascending order.</param>
sealed record ListCursor(ulong ListId, int Seed, ulong Request, IReadOnlyList<int> Shown)
{
    /// <summary>The most characters of a cursor.</summary>
    public const int MaxLength = 4096;

    const byte Layout = 1;
    const int HeaderBytes = 1 + sizeof(ulong) + sizeof(int) + sizeof(ulong) + sizeof(ushort);
    const int MoreBit = 0x80;
    const int BitsAByte = 7;

    /// <summary>The text that goes through a URL as it is: the steps from id to id, in as few bytes as each takes.</summary>
    public override string ToString()
    {
        var bytes = new byte[HeaderBytes + Shown.Count * 5];
        bytes[0] = Layout;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(1), ListId);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(9), Seed);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(13), Request);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(21), (ushort)Shown.Count);
        var (at, before) = (HeaderBytes, -1);
        foreach (var id in Shown)
        {
            var step = (uint)(id - before);
            for (; step >= MoreBit; step >>= BitsAByte) bytes[at++] = (byte)(step | MoreBit);
            bytes[at++] = (byte)step;
            before = id;
        }

        return Base64Url.EncodeToString(bytes.AsSpan(0, at));
    }

    /// <summary>Reads the cursor of a request; null stays null.</summary>
    /// <exception cref="InvalidCursorException">It is none, or of another request.</exception>
    public static ListCursor? Parse(string? text, ulong request)
    {
        if (text is null) return null;
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) throw new InvalidCursorException();
        var bytes = Base64Url.DecodeFromChars(text).AsSpan();
        if (bytes.Length < HeaderBytes || bytes[0] != Layout) throw new InvalidCursorException();
        var cursor = new ListCursor(
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[1..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[9..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[13..]),
            Steps(bytes[HeaderBytes..]));
        // A cursor that was cut on its way must not pass for one of fewer films.
        var isWhole = cursor.Shown.Count == BinaryPrimitives.ReadUInt16LittleEndian(bytes[21..]);
        return isWhole && cursor.Request == request && cursor.Seed >= 0 ? cursor : throw new InvalidCursorException();
    }

    static List<int> Steps(ReadOnlySpan<byte> bytes)
    {
        var ids = new List<int>();
        var (id, step, shift) = (-1L, 0L, 0);
        foreach (var one in bytes)
        {
            step |= (long)(one & ~MoreBit) << shift;
            shift += BitsAByte;
            if ((one & MoreBit) != 0)
            {
                if (shift > 4 * BitsAByte) throw new InvalidCursorException();
                continue;
            }

            id += step;
            if (step == 0 || id > int.MaxValue || ids.Count == ListRequest.MaxFilms) throw new InvalidCursorException();
            ids.Add((int)id);
            (step, shift) = (0, 0);
        }

        return shift == 0 ? ids : throw new InvalidCursorException();
    }
}
