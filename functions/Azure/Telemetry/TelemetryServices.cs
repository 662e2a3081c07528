using Matinee.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Matinee.Azure.Telemetry;

/// <summary>What is listened to, for every host alike; a host adds what only it can send to.</summary>
public static class TelemetryServices
{
    /// <summary>The name of the service where neither OTEL_SERVICE_NAME nor Azure gives one.</summary>
    public const string ServiceName = "matinee";

    // ASP.NET Core, HttpClient and the runtime tell of themselves; no package is needed for it.
    static readonly string[] s_sources = [Signals.Name, "Microsoft.AspNetCore", "System.Net.Http", "Azure.Cosmos.Operation"];
    static readonly string[] s_meters =
        [Signals.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    /// <summary>Listens to traces, metrics and logs.</summary>
    public static IOpenTelemetryBuilder AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // First of all hosted services: what the others do as they start is to be seen, too.
        services.AddHostedService<TelemetryStart>();
        var builder = new Builder(services)
            .ConfigureResource(static resource => resource
                .AddService(Environment.GetEnvironmentVariable("WEBSITE_SITE_NAME") ?? ServiceName)
                .AddEnvironmentVariableDetector())
            .WithTracing(static traces => traces.AddSource(s_sources))
            .WithMetrics(static metrics => metrics.AddMeter(s_meters))
            .WithLogging(null, static logs => logs.IncludeFormattedMessage = true);
        return options.ToCollector ? builder.UseOtlpExporter() : builder;
    }

    sealed class Builder(IServiceCollection services) : IOpenTelemetryBuilder
    {
        public IServiceCollection Services => services;
    }

    /// <summary>Nobody asks for the providers; they listen from the moment they are made.</summary>
    sealed class TelemetryStart(TracerProvider traces, MeterProvider metrics, LoggerProvider logs) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        // A host that ends says its last words now, not when the container happens to be disposed.
        public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
            () =>
            {
                traces.ForceFlush(PatienceMilliseconds);
                metrics.ForceFlush(PatienceMilliseconds);
                logs.ForceFlush(PatienceMilliseconds);
            },
            cancellationToken);

        const int PatienceMilliseconds = 1000;
    }
}
