using Matinee.Core.Blobs;
using Matinee.Core.Models;

namespace Matinee.Contract.Tests.Models;

public sealed class ModelVersionTests
{
    static readonly DateTimeOffset s_time = new(2026, 2, 28, 23, 59, 59, 987, TimeSpan.FromHours(1));

    [Fact]
    public void New_AnyTime_NamesItInUtcAndCanBeABlobsName()
    {
        var version = ModelVersion.New(s_time);
        Assert.Matches("^20260228-225959987-[0-9a-f]{8}$", version.ToString());
        Assert.Equal(s_time, version.Published);
        Assert.True(BlobName.IsPart(version.ToString()));
        Assert.Equal(version, ModelVersion.Parse(version.ToString()));
    }

    [Fact]
    public void New_SameTime_IsAnotherVersion() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => ModelVersion.New(s_time)).Distinct().Count());

    [Fact]
    public void CompareTo_LaterTime_IsNewer()
    {
        var times = new[] { 1.0, 999, 1_000, 60_000, 86_400_000, 40 * 86_400_000.0, 400 * 86_400_000.0 }.Select(s_time.AddMilliseconds);
        var versions = times.Select(ModelVersion.New).ToArray();
        Assert.Equal(versions, versions.Reverse().Order());
        Assert.True(versions[0] < versions[1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("current.json")]
    [InlineData("20260131-235959123-8F3A91C2")]
    [InlineData("20260131-235959123-8f3a91c")]
    [InlineData("20260131-235959123-8f3a91c2f")]
    [InlineData("20261331-235959123-8f3a91c2")]
    [InlineData("../60131-235959123-8f3a91c2")]
    [InlineData("20260131-235959123 8f3a91c2")]
    public void Parse_NoVersion_IsRefused(string? text)
    {
        Assert.Null(ModelVersion.TryParse(text));
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => ModelVersion.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Metric_NoNumber_IsRefused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelMetric(value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelMetric(1, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModelMetric(1, 0, value));
    }
}
