using Matinee.Azure.Settings;
using Azure.Core;
using Microsoft.Extensions.Configuration;

namespace Matinee.Azure.Telemetry;

/// <summary>Where traces, metrics and logs go; nowhere unless something is named.</summary>
public sealed record TelemetryOptions
{
    /// <summary>The collector (OTLP); the SDK reads it itself, and all other settings that begin with OTEL_.</summary>
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Application Insights.</summary>
    public const string MonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>How it is signed in to Application Insights: ClientId=...;Authorization=AAD.</summary>
    public const string MonitorIdentitySetting = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Send to a collector?</summary>
    public bool ToCollector { get; init; }

    /// <summary>The connection string of Application Insights; it names a place and is no secret.</summary>
    public string? Monitor { get; init; }

    /// <summary>Who sends to Application Insights; null where it asks nobody.</summary>
    public TokenCredential? MonitorCredential { get; init; }

    /// <summary>Is anything named?</summary>
    public bool IsOn => ToCollector || Monitor is not null;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One can't be meant.</exception>
    public static TelemetryOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new()
        {
            ToCollector = !string.IsNullOrWhiteSpace(configuration[CollectorSetting]),
            Monitor = configuration[MonitorSetting] is { Length: > 0 } monitor ? monitor : null,
            MonitorCredential = CredentialOf(configuration[MonitorIdentitySetting], configuration[AzureConnection.ClientIdSetting]),
        };
    }

    static TokenCredential? CredentialOf(string? text, string? clientId)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Split('=', 2))
            .ToLookup(static part => part[0], static part => part.ElementAtOrDefault(1), StringComparer.OrdinalIgnoreCase);
        return string.Equals(parts["Authorization"].FirstOrDefault(), "AAD", StringComparison.OrdinalIgnoreCase)
            ? AzureConnection.CredentialOf("managedidentity", parts["ClientId"].FirstOrDefault() ?? clientId, MonitorIdentitySetting)
            : throw new SettingException(MonitorIdentitySetting, "does not say Authorization=AAD. Write ClientId=<id>;Authorization=AAD.");
    }
}
