using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Matinee.Engine.Files;
using Matinee.Engine.Tests.Files;

namespace Matinee.Core.Tests.Files;

/// <summary>Spoils a file of sections in every way there is, and sees that it is refused by name or read soundly, in little time and memory.</summary>
/// <param name="sound">The file.</param>
/// <param name="read">Reads it, and goes through all that it says; gives that as text.</param>
sealed class FileFuzzer(byte[] sound, Func<ModelFile, string> read)
{
    const int HeaderLength = 64;
    const long MostBytes = 20_000_000;

    static readonly TimeSpan s_most = TimeSpan.FromSeconds(5);

    readonly string _truth = read(ModelFile.Read(new MemoryStream(sound)));

    /// <summary>Whatever has happened to the file on a disk or a line: it is refused, or it is what it was.</summary>
    public void Damage(int rounds, int seed)
    {
        var random = new Random(seed);
        for (var bit = random.Next(7); bit < sound.Length * 8; bit += 1 + random.Next(2 * sound.Length * 8 / rounds))
        {
            var bytes = sound.ToArray();
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            AssertRefused(bytes, $"bit {bit}");
        }

        for (var length = 0; length < sound.Length; length += 1 + random.Next(2 * sound.Length / rounds)) AssertRefused(sound[..length], $"length {length}");
        for (var round = 0; round < rounds; round++)
        {
            var bytes = sound.ToList();
            var at = random.Next(bytes.Count);
            var some = 1 + random.Next(Math.Min(500, bytes.Count - at));
            switch (random.Next(3))
            {
                case 0: bytes.RemoveRange(at, some); break;
                case 1: bytes.InsertRange(at, bytes.GetRange(at, some)); break;
                default: bytes.Reverse(at, some); break;
            }

            // What follows the file is not the file's.
            if (!bytes.Take(sound.Length).SequenceEqual(sound)) AssertRefused([.. bytes], $"round {round}");
        }
    }

    /// <summary>Whatever somebody has made of it, checksums and all: it is refused, or can be gone through. Gives how many were refused.</summary>
    public int Lie(int rounds, int seed)
    {
        var (random, refused) = (new Random(seed), 0);
        for (var round = 0; round < rounds; round++)
        {
            var entries = Entries();
            for (var i = random.Next(1, 3); i > 0; i--)
            {
                var place = random.Next(entries.Count);
                entries[place] = Spoilt(entries[place], random);
            }

            var bytes = new RawModelFile { Entries = entries }.ToBytes();
            if (Failure(bytes, $"round {round}") is not null) refused++;
        }

        return refused;
    }

    void AssertRefused(byte[] bytes, string what) => Assert.True(Failure(bytes, what) is not null, $"It was read with {what}.");

    ModelFileException? Failure(byte[] bytes, string what)
    {
        var (memory, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var error = Record.Exception(() => read(ModelFile.Read(new MemoryStream(bytes))));
        Assert.True(error is null or ModelFileException, $"{what}: {error}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - memory < MostBytes, $"{what} takes {GC.GetAllocatedBytesForCurrentThread() - memory} bytes.");
        Assert.True(watch.Elapsed < s_most, $"{what} takes {watch.Elapsed}.");
        return (ModelFileException?)error;
    }

    static RawModelFile.Entry Spoilt(RawModelFile.Entry entry, Random random)
    {
        var data = entry.Data.ToList();
        var at = data.Count < 4 ? 0 : random.Next(data.Count / 4) * 4;
        switch (random.Next(6))
        {
            case 0: return entry with { Name = entry.Name + "x" };
            case 1: return entry with { Type = (byte)random.Next(1, 9) };
            case 2: data.RemoveRange(at, data.Count - at); break;
            case 3: data.AddRange(new byte[8 * random.Next(1, 40)]); break;
            default:
                if (data.Count < 4) data.Add((byte)random.Next(256));
                else BinaryPrimitives.WriteInt32LittleEndian(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(data)[at..], Odd(BitConverter.ToInt32([.. data], at), random));
                break;
        }

        return entry with { Data = [.. data] };
    }

    static int Odd(int value, Random random) => random.Next(8) switch
    {
        0 => int.MaxValue,
        1 => int.MinValue,
        2 => -1,
        3 => 0,
        4 => value + 1,
        5 => value - 1,
        6 => 1 << random.Next(31),
        _ => random.Next(),
    };

    List<RawModelFile.Entry> Entries()
    {
        var (entries, at, end) = (new List<RawModelFile.Entry>(), HeaderLength, HeaderLength + (int)BitConverter.ToInt64(sound, 24));
        while (at < end)
        {
            var length = BitConverter.ToUInt16(sound, at);
            var name = Encoding.UTF8.GetString(sound, at + 2, length);
            at += 2 + length;
            var (offset, size) = ((int)BitConverter.ToInt64(sound, at + 1), (int)BitConverter.ToInt64(sound, at + 9));
            entries.Add(new(name, sound[at], sound[offset..(offset + size)]));
            at += 21;
        }

        return entries;
    }

    /// <summary>The description of the format that this takes files apart by is the right one.</summary>
    public void AssertHonest() => Assert.Equal(_truth, read(ModelFile.Read(new MemoryStream(new RawModelFile { Entries = Entries() }.ToBytes()))));
}
