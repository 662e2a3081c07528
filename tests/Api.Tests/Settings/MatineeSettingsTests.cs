using System.Text.Json.Nodes;
using Azure.Identity;
using Matinee.Azure.Settings;
using Microsoft.Extensions.Configuration;

namespace Matinee.Api.Tests.Settings;

public sealed class MatineeSettingsTests
{
    static readonly Dictionary<string, string?> s_azure = new()
    {
        ["COSMOS_CONNECTION:accountEndpoint"] = "https://films.documents.azure.com:443/",
        ["COSMOS_CONNECTION:credential"] = "managedidentity",
        ["COSMOS_CONNECTION:clientId"] = "11111111-2222-3333-4444-555555555555",
        ["COSMOS_DATABASE"] = "films",
        ["STORAGE_CONNECTION:blobServiceUri"] = "https://films.blob.core.windows.net/",
        ["STORAGE_CONNECTION:credential"] = "managedidentity",
        ["TRAINING_SCHEDULE"] = "0 0 3 * * *",
        ["SITE_ORIGINS"] = "https://films.example.org/, https://two.example.org:8443",
        ["REQUESTS_PER_MINUTE"] = "600",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=0",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "ClientId=11111111-2222-3333-4444-555555555555;Authorization=AAD",
    };

    [Fact]
    public void Read_AsInAzure_NeedsNoKey()
    {
        var settings = Read(s_azure);

        Assert.Equal(("films", "https://films.documents.azure.com/", null), (settings.Cosmos.Database, settings.Cosmos.Endpoint.ToString(), settings.Cosmos.Key));
        Assert.IsType<ManagedIdentityCredential>(settings.Cosmos.Credential);
        Assert.IsType<ManagedIdentityCredential>(settings.Storage.Credential);
        Assert.Equal(("https://films.blob.core.windows.net/", "matinee"), (settings.Storage.Account, settings.Container));
        Assert.Equal(["https://films.example.org", "https://two.example.org:8443"], settings.SiteOrigins);
        Assert.Equal(600, settings.RequestsPerMinute);
        Assert.True(settings.Telemetry.IsOn);
        Assert.False(settings.Telemetry.ToCollector);
        Assert.IsType<ManagedIdentityCredential>(settings.Telemetry.MonitorCredential);
    }

    [Fact]
    public void Read_OnADevelopersMachine_TakesWhoeverIsSignedInOrAnEmulator()
    {
        var settings = Read(s_azure, ("COSMOS_CONNECTION:credential", null), ("STORAGE_CONNECTION", "UseDevelopmentStorage=true"));

        Assert.IsType<DefaultAzureCredential>(settings.Cosmos.Credential);
        Assert.Equal(("UseDevelopmentStorage=true", null), (settings.Storage.Account, settings.Storage.Credential));
    }

    [Theory]
    [InlineData("COSMOS_CONNECTION:accountEndpoint", null, "COSMOS_CONNECTION__accountEndpoint")]
    [InlineData("COSMOS_CONNECTION:accountEndpoint", "films", "COSMOS_CONNECTION__accountEndpoint")]
    [InlineData("COSMOS_CONNECTION:accountEndpoint", "http://films.example.org", "COSMOS_CONNECTION__accountEndpoint")]
    [InlineData("COSMOS_CONNECTION:credential", "password", "COSMOS_CONNECTION__credential")]
    [InlineData("COSMOS_CONNECTION", "AccountEndpoint=https://films.documents.azure.com/", "COSMOS_CONNECTION")]
    [InlineData("COSMOS_DATABASE", "", "COSMOS_DATABASE")]
    [InlineData("STORAGE_CONNECTION:blobServiceUri", null, "STORAGE_CONNECTION__blobServiceUri")]
    [InlineData("TRAINING_SCHEDULE", null, "TRAINING_SCHEDULE")]
    [InlineData("REQUESTS_PER_MINUTE", "-1", "REQUESTS_PER_MINUTE")]
    [InlineData("REQUESTS_PER_MINUTE", "many", "REQUESTS_PER_MINUTE")]
    [InlineData("SITE_ORIGINS", "https://films.example.org/app", "SITE_ORIGINS")]
    [InlineData("SITE_ORIGINS", "films.example.org", "SITE_ORIGINS")]
    [InlineData("APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "ClientId=1", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING")]
    public void Read_SomethingWrong_NamesTheSetting(string name, string? value, string named)
    {
        var error = Assert.Throws<SettingException>(() => Read(s_azure, (name, value)));

        Assert.Equal(named, error.Setting);
        Assert.StartsWith($"The setting {named} ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheSample_IsUnderstoodOnceTheAccountIsNamed()
    {
        var values = JsonNode.Parse(File.ReadAllText("local.settings.sample.json"))!["Values"]!.AsObject();
        var sample = values.ToDictionary(static one => one.Key.Replace("__", ":", StringComparison.Ordinal), static one => (string?)one.Value);

        var settings = Read(sample, ("COSMOS_CONNECTION:accountEndpoint", "https://films.documents.azure.com:443/"));

        Assert.False(settings.Telemetry.IsOn);
        Assert.IsType<DefaultAzureCredential>(settings.Cosmos.Credential);
        Assert.Null(settings.Storage.Credential);
    }

    static MatineeSettings Read(Dictionary<string, string?> values, params (string Name, string? Value)[] changes)
    {
        var all = new Dictionary<string, string?>(values);
        foreach (var (name, value) in changes) all[name] = value;
        return MatineeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
