using Matinee.Engine.Baseline;
using Matinee.Engine.Files;
using Matinee.Engine.Hybrid;
using Matinee.Engine.Models;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Tests.Hybrid;

/// <summary>Files whose checksums are right and whose sections contradict each other.</summary>
public sealed class HybridFileTests
{
    static readonly Interactions s_ratings = Interactions.From([new(1, 3, 4, 0), new(1, 8, 2, 0)]);

    static readonly float[] s_one = [1];
    static readonly float[] s_infinite = [float.PositiveInfinity];
    static readonly byte[] s_kinds = [0, 2];
    static readonly byte[] s_oneKind = [0];
    static readonly byte[] s_unknownKind = [0, 3];

    [Fact]
    public void Read_SoundFile_IsRead() => Assert.Equal(2, Read("none").Items.Count);

    [Theory]
    [InlineData("no members", "0 members")]
    [InlineData("too many members", "17 members")]
    [InlineData("a weight is missing", "values")]
    [InlineData("a weight is no number", "not a number")]
    [InlineData("unknown kind of film", "no known kind")]
    [InlineData("a kind is missing", "values")]
    [InlineData("segment of nobody", "contradicts itself")]
    [InlineData("member of other films", "not among all")]
    [InlineData("member of stars", "no lists")]
    [InlineData("hybrid in itself", "hybrid of a hybrid|member of a hybrid")]
    public void Read_Lie_IsRefused(string lie, string message)
    {
        var error = Assert.Throws<ModelFileException>(() => Read(lie));

        Assert.Matches(message, error.Message);
    }

    static IModel Read(string lie)
    {
        var file = new ModelFileWriter(HybridModel.Name);
        file.Add<int>("items", new[] { 3, lie == "member of other films" ? 9 : 8 });
        file.Add<float>("own-weights", new float[lie == "a weight is missing" ? 8 : 9]);
        file.Add<float>("base-weights", lie switch
        {
            "no members" => [],
            "too many members" => new float[17],
            "a weight is no number" => s_infinite,
            _ => s_one,
        });
        file.Add<byte>("film-kinds", lie switch
        {
            "unknown kind of film" => s_unknownKind,
            "a kind is missing" => s_oneKind,
            _ => s_kinds,
        });
        file.Add<int>("viewer-segments", new[] { lie == "segment of nobody" ? -1 : 20, 100 });
        ITrainer trainer = lie == "member of stars" ? new BaselineTrainer(new()) : new PopularityTrainer();
        if (lie == "hybrid in itself")
        {
            file.Within("member0", HybridModel.Name).AddValue("items", 3);
        }
        else
        {
            var member = trainer.Fit(s_ratings, new TrainingRun());
            member.Save(file.Within("member0", member.Kind));
        }

        var stream = new MemoryStream();
        file.WriteTo(stream);
        stream.Position = 0;
        return ModelReader.Read(stream);
    }
}
