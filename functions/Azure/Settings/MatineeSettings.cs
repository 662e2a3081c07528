using System.Globalization;
using Matinee.Azure.Cosmos;
using Matinee.Azure.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Matinee.Azure.Settings;

/// <summary>
/// Where a function app finds what it needs, and how it is to serve, as its environment says; what is wrong is said before anything starts. How it
/// trains is read by <see cref="Core.Training.TrainingSettings"/> when a retraining begins.
/// </summary>
public sealed record MatineeSettings
{
    /// <summary>The connection of the database: of the app, and of the trigger that follows the ratings.</summary>
    public const string CosmosSetting = "COSMOS_CONNECTION";

    /// <summary>The database, which the trigger needs too.</summary>
    public const string DatabaseSetting = "COSMOS_DATABASE";

    /// <summary>The connection of the models, snapshots and runs.</summary>
    public const string StorageSetting = "STORAGE_CONNECTION";

    /// <summary>The container of all of them.</summary>
    public const string ContainerSetting = "STORAGE_CONTAINER";

    /// <summary>When models are retrained; only the timer reads it.</summary>
    public const string ScheduleSetting = "TRAINING_SCHEDULE";

    /// <summary>How many requests an address may make in a minute, of each instance.</summary>
    public const string RequestsSetting = "REQUESTS_PER_MINUTE";

    /// <summary>The site's origins, with commas between them: only pages of these may change anything with a viewer's cookie.</summary>
    public const string SitesSetting = "SITE_ORIGINS";

    /// <summary>The container unless another is named.</summary>
    public const string DefaultContainer = "matinee";

    /// <summary>The database.</summary>
    public required CosmosOptions Cosmos { get; init; }

    /// <summary>The storage account.</summary>
    public required AzureConnection Storage { get; init; }

    /// <summary>The container in it; nothing makes it, so that no right to make any is needed.</summary>
    public string Container { get; init; } = DefaultContainer;

    /// <summary>Requests a minute; 0 for any number.</summary>
    public int RequestsPerMinute { get; init; }

    /// <summary>The site's origins, where it is on other hosts than the functions.</summary>
    public IReadOnlyList<string> SiteOrigins { get; init; } = [];

    /// <summary>Where traces, metrics and logs go.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>Reads them all.</summary>
    /// <exception cref="SettingException">One is missing or can't be meant.</exception>
    public static MatineeSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Require(configuration, ScheduleSetting, "Give six fields of cron, such as 0 0 3 * * * for three at night (UTC).");
        return new()
        {
            Cosmos = CosmosOf(AzureConnection.Read(configuration, CosmosSetting, "accountEndpoint")) with
            {
                Database = Require(configuration, DatabaseSetting, $"It is usually {CosmosOptions.DefaultDatabase}."),
            },
            Storage = AzureConnection.Read(configuration, StorageSetting, "blobServiceUri"),
            Container = configuration[ContainerSetting] is { Length: > 0 } container ? container : DefaultContainer,
            RequestsPerMinute = NumberOf(configuration, RequestsSetting),
            SiteOrigins = [.. (configuration[SitesSetting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(OriginOf)],
            Telemetry = TelemetryOptions.Read(configuration),
        };
    }

    static CosmosOptions CosmosOf(AzureConnection connection)
    {
        try
        {
            return CosmosOptions.Parse(connection.Account) with { Credential = connection.Credential };
        }
        catch (ArgumentException error)
        {
            throw new SettingException(CosmosSetting, $"can't be used. {error.Message}", error);
        }
    }

    static string Require(IConfiguration configuration, string name, string cure) =>
        configuration[name] is { Length: > 0 } value ? value : throw new SettingException(name, $"is missing. {cure}");

    // As browsers write it: a path would quietly shut the site out.
    static string OriginOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme.StartsWith(Uri.UriSchemeHttp, StringComparison.Ordinal) && url.PathAndQuery == "/"
            ? url.GetLeftPart(UriPartial.Authority)
            : throw new SettingException(SitesSetting, $"names '{text}', which is no origin; one looks like https://www.example.org, without a path.");

    static int NumberOf(IConfiguration configuration, string name) =>
        configuration[name] is not { Length: > 0 } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new SettingException(name, $"is '{text}', which is no whole number from 0 on.");
}
