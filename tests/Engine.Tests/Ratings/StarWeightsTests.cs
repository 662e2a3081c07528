using Matinee.Engine.Files;
using Matinee.Engine.Ratings;

namespace Matinee.Engine.Tests.Ratings;

public sealed class StarWeightsTests
{
    [Theory]
    [InlineData(5f, 1f)]
    [InlineData(0.5f, 0.4f)]
    [InlineData(2.5f, 1 - 0.6f * 2.5f / 4.5f)]
    [InlineData(3f, 1 - 0.6f * 2 / 4.5f)]
    public void Of_Stars_FallsInAStraightLine(float stars, float weight)
    {
        var weights = new StarWeights(0.6f);

        Assert.Equal(weight, weights.Of(stars), 1e-6f);
        Assert.Equal(weight, weights.OfHalves((byte)(2 * stars)), 1e-6f);
    }

    [Fact]
    public void Of_NoInfluence_IsOneForAll()
    {
        var weights = new StarWeights(StarWeights.MinInfluence);

        for (var halves = 1; halves <= 10; halves++) Assert.Equal(1, weights.OfHalves((byte)halves));
    }

    [Theory]
    [InlineData(1.5f)]
    [InlineData(-0.1f)]
    [InlineData(float.NaN)]
    public void Read_InfluenceOutOfRange_IsRefused(float influence)
    {
        var writer = new ModelFileWriter("weights");
        writer.AddValue("influence", influence);
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        stream.Position = 0;

        var error = Assert.Throws<ModelFileException>(() => StarWeights.Read(ModelFile.Read(stream), "influence"));

        Assert.Contains($"{influence}", error.Message, StringComparison.Ordinal);
    }
}
