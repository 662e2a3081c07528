using Matinee.Azure.Cosmos;

namespace Matinee.Contract.Tests.Stores;

public sealed class CosmosOptionsTests
{
    [Fact]
    public void Parse_ConnectionString_HasAddressAndKey()
    {
        var options = CosmosOptions.Parse("AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=Zm9v==;");

        Assert.Equal((new Uri("https://a.documents.azure.com:443/"), "Zm9v=="), (options.Endpoint, options.Key));
    }

    [Fact]
    public void Parse_Address_HasNoKeyAndNeedsACredential()
    {
        var options = CosmosOptions.Parse("https://a.documents.azure.com/");

        Assert.Null(options.Key);
        Assert.Contains("a.documents.azure.com", Assert.Throws<ArgumentException>(() => CosmosClients.Create(options)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("AccountKey=secret")]
    [InlineData("AccountEndpoint=https://a.example/")]
    [InlineData("AccountEndpoint=nowhere;AccountKey=secret")]
    public void Parse_Neither_SaysWhatIsMeantWithoutTheSecret(string text)
    {
        var error = Assert.Throws<ArgumentException>(() => CosmosOptions.Parse(text));

        Assert.Contains("AccountEndpoint=<address>", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(301)]
    public void Deadline_OutOfRange_IsRefused(double seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CosmosOptions.Parse("https://a.example/") with { Deadline = TimeSpan.FromSeconds(seconds) });
}
