using System.Net;
using System.Net.Sockets;
using Matinee.Api.Http;
using Matinee.Azure;
using Matinee.Azure.Telemetry;
using Matinee.Core;
using Matinee.Core.Problems;
using Matinee.Local.CosmosGateway.Hosting;
using Matinee.Local.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.Hosting;

/// <summary>The whole system in one process: stores, functions, feed, timer and site.</summary>
sealed class LocalHost : IAsyncDisposable
{
    const int MaxBodyBytes = 2 << 20;
    static readonly TimeSpan s_shutdown = TimeSpan.FromSeconds(5);

    readonly WebApplication _app;
    readonly Backend _backend;

    LocalHost(WebApplication app, Backend backend) => (_app, _backend) = (app, backend);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public IServiceProvider Services => _app.Services;

    /// <exception cref="LocalException">It can't start, for a reason that the operator can mend.</exception>
    public static async Task<LocalHost> StartAsync(ServeOptions options, Action<ILoggingBuilder>? logging = null, Action<IServiceCollection>? change = null, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        logging?.Invoke(builder.Logging);
        // A host that can't start is told once, by whoever starts it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        using var logs = LoggerFactory.Create(log => logging?.Invoke(log));
        var backend = await Backend.OpenAsync(options.Backend, options.Clock, logs, cancellation);
        WebApplication? app = null;
        var isStarting = false;
        try
        {
            await backend.RequireStoreAsync(options.Backend, cancellation);
            AddServices(builder.Services, options, backend);
            change?.Invoke(builder.Services);
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, options.Port);
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            });
            app = builder.Build();
            Map(app, options);
            // What runs in the background is made before anything starts: a host that failed to make it can't be stopped.
            _ = app.Services.GetServices<IHostedService>().Count();
            isStarting = true;
            await app.StartAsync(cancellation);
            return new(app, backend);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await EndAsync(app, isStarting, backend);
            throw new LocalException($"Port {options.Port} can't be listened on ({error.Message}). End who uses it, or choose another with --port.", error);
        }
        catch
        {
            await EndAsync(app, isStarting, backend);
            throw;
        }
    }

    /// <summary>Lets running requests end, and closes everything; within a few seconds.</summary>
    public ValueTask DisposeAsync() => EndAsync(_app, isStarting: true, _backend);

    // Also of what has not started whole: what runs in the background must not find its store closed.
    static async ValueTask EndAsync(WebApplication? app, bool isStarting, Backend backend)
    {
        if (isStarting)
        {
            using var end = new CancellationTokenSource(s_shutdown);
            await app!.StopAsync(end.Token);
        }

        if (app is not null) await app.DisposeAsync();

        backend.Dispose();
    }

    static void AddServices(IServiceCollection services, ServeOptions options, Backend backend)
    {
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.AddSingleton(options.Clock);
        services.AddSingleton(options);
        services.AddSingleton(backend);
        if (options.Telemetry.ToCollector) services.AddTelemetry(options.Telemetry);
        services.AddStores(backend.Stores, backend.Blobs).AddMatinee();
        services.AddSingleton(new RequestLimitOptions(options.RequestsPerMinute)).AddApi();
        services.AddSingleton(OperatorKeyFile.Open(options));
        services.AddTriggers(options);
        services.AddRoutingCore();
        services.AddOpenApiDocument();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
    }

    static void Map(WebApplication app, ServeOptions options)
    {
        app.UseResponseCompression();
        app.Use(TellRefusalsAsync);
        app.UseRouting();
        app.UseSite(options.Web);
        ((IEndpointRouteBuilder)app).DataSources.Add(ActivatorUtilities.CreateInstance<FunctionRoutes>(app.Services));
        app.UseEndpoints(_ => { });
        app.Run(NotFoundAsync);
    }

    // Routing refuses a wrong method, and a body of another type than the function's, by itself and without a word.
    static async Task TellRefusalsAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var (request, response) = (context.Request, context.Response);
        if (response.HasStarted || response.ContentType is not null) return;
        ProblemException? problem = response.StatusCode switch
        {
            StatusCodes.Status405MethodNotAllowed => new(ProblemCode.MethodNotAllowed, $"{request.Method} is not allowed here, but {response.Headers.Allow} is."),
            StatusCodes.Status415UnsupportedMediaType => ApiRequest.WrongType(request),
            _ => null,
        };
        if (problem is null) return;
        SecurityHeaders.Set(response);
        await context.RequestServices.GetRequiredService<FunctionGate>().Fail(problem).ExecuteAsync(context);
    }

    static Task NotFoundAsync(HttpContext context)
    {
        SecurityHeaders.Set(context.Response);
        var problem = new ProblemException(ProblemCode.NotFound, $"There is nothing at {context.Request.Path}. The functions are under {HttpFunction.Prefix}v1/; see {HttpFunction.Prefix}v1/openapi.json.");
        return context.RequestServices.GetRequiredService<FunctionGate>().Fail(problem).ExecuteAsync(context);
    }
}
