using Matinee.Core.Tests.Files;
using Matinee.Core.Training;
using Matinee.Engine.Files;
using Matinee.Engine.Tests.Files;

namespace Matinee.Core.Tests.Training;

/// <summary>The snapshot that models are trained on, damaged and forged.</summary>
public sealed class RatingSnapshotDamageTests
{
    const int Rounds = 1500;

    static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly FileFuzzer _fuzzer = new(Sample(), Text);

    [Fact]
    public void Read_Damaged_IsRefused() => _fuzzer.Damage(Rounds, seed: 5);

    [Fact]
    public void Read_Forged_IsRefusedOrCanBeTrainedOn()
    {
        _fuzzer.AssertHonest();
        // Most lies can be told; other stars, films or times can't.
        Assert.InRange(_fuzzer.Lie(Rounds, seed: 6), Rounds / 2, Rounds - 1);
    }

    [Theory]
    [InlineData("movies", 2, new[] { 7, 7, 9 }, "do not ascend")]
    [InlineData("movies", 2, new[] { 7, 3, 9 }, "do not ascend")]
    [InlineData("movies", 2, new[] { -7, 3, 9 }, "do not ascend")]
    [InlineData("user-ends", 2, new[] { 0, 6 }, "has rows and no id")]
    [InlineData("user-ends", 2, new[] { 3, 9 }, "outside of the ids")]
    [InlineData("starts", 2, new[] { 0, 9, 3 }, "end before they begin")]
    [InlineData("starts", 2, new[] { 1, 2, 3 }, "begin at 1")]
    [InlineData("taken", 4, new[] { -1, -1 }, "no time -1")]
    public void Read_Lie_IsNamed(string section, byte type, int[] values, string expected)
    {
        var told = new MemoryStream();
        foreach (var value in values) told.Write(BitConverter.GetBytes(value));
        AssertNamed(section, type, told.ToArray(), expected);
    }

    [Fact]
    public void Read_StarsThatAreNone_AreNamed() => AssertNamed("halves", 1, [1, 11, 3], "Row 1 has 11 halves");

    [Fact]
    public void Read_OneIdTwice_IsNamed() => AssertNamed("users", 1, "annann"u8.ToArray(), "Two users have one id");

    static void AssertNamed(string section, byte type, byte[] data, string expected)
    {
        static byte[] Ints(params int[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
        RawModelFile.Entry[] honest =
        [
            new("kind", 1, "ratings-snapshot"u8.ToArray()), new("continuation", 1, []), new("taken", 4, BitConverter.GetBytes(s_start.UtcTicks)),
            new("users", 1, "annbob"u8.ToArray()), new("user-ends", 2, Ints(3, 6)), new("starts", 2, Ints(0, 2, 3)), new("movies", 2, Ints(3, 7, 9)),
            new("halves", 1, [1, 2, 3]), new("times", 3, Ints(1, 2, 3)), new("versions", 4, [.. new byte[24]]),
        ];
        static RatingSnapshot Read(IEnumerable<RawModelFile.Entry> entries) => RatingSnapshotFile.Read(ModelFile.Read(new MemoryStream(new RawModelFile { Entries = [.. entries] }.ToBytes())));
        Assert.Equal(3, Read(honest).Count);
        var error = Assert.Throws<ModelFileException>(() => Read(honest.Select(entry => entry.Name == section ? entry with { Type = type, Data = data } : entry)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    static byte[] Sample()
    {
        var (random, builder) = (new Random(3), new RatingSnapshotBuilder(RatingSnapshot.Empty));
        for (var i = 0; i < 200; i++) builder.Add(new($"user{random.Next(20)}", random.Next(60), random.Next(6) == 0 ? null : random.Next(1, 11) / 2.0, s_start.AddMinutes(i), i));
        var bytes = new MemoryStream();
        RatingSnapshotFile.Write(builder.Build("where it goes on", s_start, s_start.AddDays(-100))).WriteTo(bytes);
        return bytes.ToArray();
    }

    static string Text(ModelFile file)
    {
        var snapshot = RatingSnapshotFile.Read(file);
        var lines = snapshot.All().Select(static rating => rating.ToString()).ToList();
        Assert.Equal(snapshot.Count, lines.Count);
        var data = snapshot.ToInteractions();
        Assert.All(data.All(), static rating => Assert.InRange(rating.Stars, 0.5f, 5f));
        // And the next snapshot can be made of it.
        new RatingSnapshotBuilder(snapshot).Build(null, s_start, s_start.AddDays(-100));
        return string.Join('\n', lines);
    }
}
