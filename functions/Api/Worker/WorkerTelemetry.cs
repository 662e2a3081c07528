using Azure.Monitor.OpenTelemetry.Exporter;
using Matinee.Azure.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Worker;

/// <summary>Telemetry as every host has it, and to Azure Monitor.</summary>
static class WorkerTelemetry
{
    /// <summary>Adds it where something is named to send to; else the host's own log is all there is.</summary>
    public static IServiceCollection AddWorkerTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        if (!options.IsOn) return services;
        var telemetry = services.AddTelemetry(options).UseFunctionsWorkerDefaults();
        if (options.Monitor is null) return services;
        telemetry.UseAzureMonitorExporter(monitor =>
        {
            monitor.ConnectionString = options.Monitor;
            monitor.Credential = options.MonitorCredential;
        });
        return services;
    }
}
