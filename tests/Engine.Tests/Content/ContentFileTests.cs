using Matinee.Engine.Content;
using Matinee.Engine.Files;
using Matinee.Engine.Models;

namespace Matinee.Engine.Tests.Content;

/// <summary>Files whose checksums are right and whose sections contradict each other.</summary>
public sealed class ContentFileTests
{
    static readonly int[] s_offsets = [0, 2, 3];

    [Fact]
    public void Read_SoundFile_IsRead() => Assert.Equal(2, Read(_ => { }).Items.Count);

    [Theory]
    [InlineData("terms out of order", "ascending")]
    [InlineData("term that is not there", "do not fit together")]
    [InlineData("value that is no number", "NaN")]
    [InlineData("fewer texts than fields", "texts")]
    [InlineData("unknown field", "field")]
    [InlineData("negative shrinkage", "out of range")]
    [InlineData("mean off the scale", "out of range")]
    [InlineData("fewer films than vectors", "values")]
    public void Read_Lie_IsRefused(string lie, string message)
    {
        var error = Assert.Throws<ModelFileException>(() => Read(told =>
        {
            _ = lie switch
            {
                "terms out of order" => told.Columns = [1, 0, 1],
                "term that is not there" => told.Columns = [0, 2, 1],
                "value that is no number" => told.Values = [0.6f, float.NaN, 1],
                "fewer texts than fields" => told.Texts = "Crime",
                "unknown field" => told.Fields = [1, 77],
                "negative shrinkage" => told.Profile = [2, -5, 5, 3],
                "mean off the scale" => told.Profile = [2, 5, 5, float.NaN],
                _ => (object)(told.Items = [3]),
            };
        }));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    static IModel Read(Action<Told> change)
    {
        var told = new Told();
        change(told);
        var file = new ModelFileWriter(ContentModel.Name);
        file.Add<int>("items", told.Items);
        file.Add<float>("profile", told.Profile);
        var vocabulary = file.Within("vocabulary", "vocabulary");
        vocabulary.Add<byte>("fields", told.Fields);
        vocabulary.AddText("texts", told.Texts);
        var vectors = file.Within("vectors", "vectors");
        vectors.Add<int>("offsets", s_offsets);
        vectors.Add<int>("columns", told.Columns);
        vectors.Add<float>("values", told.Values);
        var stream = new MemoryStream();
        file.WriteTo(stream);
        stream.Position = 0;
        return ModelReader.Read(stream);
    }

    sealed class Told
    {
        public int[] Items { get; set; } = [3, 8];

        public float[] Profile { get; set; } = [2, 5, 5, 3.5f];

        public byte[] Fields { get; set; } = [1, 3];

        public string Texts { get; set; } = "Crime\nMichael Mann";

        public int[] Columns { get; set; } = [0, 1, 1];

        public float[] Values { get; set; } = [0.6f, 0.8f, 1];
    }
}
