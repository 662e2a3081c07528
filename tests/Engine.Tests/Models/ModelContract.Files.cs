using Matinee.Engine.Files;
using Matinee.Engine.Models;

namespace Matinee.Engine.Tests.Models;

// A model that was saved is the model.
public abstract partial class ModelContract
{
    [Fact]
    public void Read_FromAStream_IsTheSameModel()
    {
        Assert.Contains(Trainer.Name, ModelReader.Kinds);
        AssertSameModel(OfCommunity, SavedAndRead(OfCommunity));
    }

    [Fact]
    public void Read_FromAMappedFile_IsTheSameModel()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, Saved(OfCommunity));
            using var stream = File.OpenRead(path);
            using var mapped = ModelFile.Map(stream);
            AssertSameModel(OfCommunity, ModelReader.Read(mapped.File));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Write_ModelThatWasRead_GivesTheSameBytes() =>
        AssertSameBytes(Saved(OfCommunity), Saved(SavedAndRead(OfCommunity)), "Read and written again");

    /// <summary>The bytes of a model file.</summary>
    protected static byte[] Saved(IModel model)
    {
        using var stream = new MemoryStream();
        ModelReader.Write(model, stream);
        return stream.ToArray();
    }

    /// <summary>The model after a trip through a file.</summary>
    protected static IModel SavedAndRead(IModel model) => ModelReader.Read(new MemoryStream(Saved(model)));

    static void AssertSameBytes(byte[] expected, byte[] actual, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: the saved model has {actual.Length} bytes instead of {expected.Length}.");
        var same = expected.AsSpan().CommonPrefixLength(actual);
        Assert.True(same == expected.Length, $"{what}: the saved models differ from byte {same} of {expected.Length} on.");
    }

    static void AssertSameModel(IModel expected, IModel actual)
    {
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal(expected.Goal, actual.Goal);
        Assert.Equal(expected.Items.Ids.ToArray(), actual.Items.Ids.ToArray());
        foreach (var user in new[] { 0, 12, 140 })
        {
            var (viewer, read) = (expected.FoldIn(OwnOf(user)), actual.FoldIn(OwnOf(user)));
            AssertSameBits(Scores(expected, viewer), Scores(actual, read), $"User {user} of the model that was read");
            if (viewer is IExplainingViewer explaining) AssertSameReasons(explaining, Assert.IsAssignableFrom<IExplainingViewer>(read));
        }

        AssertSameBits(Scores(expected, expected.FoldIn([])), Scores(actual, actual.FoldIn([])), "A newcomer to the model that was read");
        for (var film = 0; film < expected.Items.Count; film++) Assert.Equal(expected.Similar(film, 7), actual.Similar(film, 7));
    }

    static void AssertSameReasons(IExplainingViewer viewer, IExplainingViewer read)
    {
        var (expected, actual) = (viewer.Explain([0, 17, 64]), read.Explain([0, 17, 64]));
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i] with { Shares = [] }, actual[i] with { Shares = [] });
            Assert.Equal(expected[i].Shares, actual[i].Shares);
        }
    }
}
