using System.Net;
using Matinee.Local.CosmosGateway.Batch;
using Matinee.Local.CosmosGateway.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.CosmosGateway.Hosting;

/// <summary>The gateway over HTTP, on the loopback address alone, for any Cosmos client.</summary>
public sealed class GatewayServer : IAsyncDisposable
{
    const int MaxHeaderBytes = 64 << 10;

    readonly WebApplication _app;

    GatewayServer(WebApplication app) => _app = app;

    /// <summary>Where clients find it.</summary>
    public Uri Endpoint => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Starts to listen; port 0 takes any free one.</summary>
    /// <param name="gateway">What answers.</param>
    /// <param name="port">Where.</param>
    /// <param name="key">The master key that requests must be signed with; null is the emulator's.</param>
    /// <param name="log">Where failures go.</param>
    /// <param name="cancellation">Gives up starting.</param>
    public static async Task<GatewayServer> StartAsync(Gateway gateway, int port, string? key = null, ILoggerProvider? log = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        var master = MasterKey.Parse(key ?? MasterKey.Emulator);
        var builder = WebApplication.CreateEmptyBuilder(new());
        if (log is not null)
        {
            // A server that can't start is told once, by whoever starts it.
            builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        }

        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BatchRoutes.MaxBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        });
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, gateway, master));
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw new GatewayException($"Port {port} can't be listened on ({error.Message}). End who uses it, or choose another with --port.", error);
        }

        return new(app);
    }

    /// <summary>Stops listening; the gateway stays open.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    static async Task AnswerAsync(HttpContext context, Gateway gateway, MasterKey key)
    {
        GatewayResponse response;
        try
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var headers = context.Request.Headers;
            var request = new GatewayRequest(context.Request.Method, ResourcePath.Parse(target), name => headers.TryGetValue(name, out var value) ? value.ToString() : null, default);
            // Before the body: strangers get no memory.
            key.Check(request);
            response = await gateway.AnswerAsync(request with { Body = await ReadBodyAsync(context).ConfigureAwait(false) }).ConfigureAwait(false);
        }
        catch (CosmosError error)
        {
            response = GatewayResponse.Of(error);
        }
        catch (BadHttpRequestException error)
        {
            response = GatewayResponse.Of(error.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? CosmosError.TooLarge($"A request may have {BatchRoutes.MaxBytes} bytes.")
                : CosmosError.BadRequest(error.Message));
        }

        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers) context.Response.Headers[name] = value;
        if (response.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified) return;
        context.Response.ContentLength = response.Body.Length;
        if (response.Body.IsEmpty) return;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength == 0) return default;
        using var body = new MemoryStream((int)Math.Clamp(context.Request.ContentLength ?? 0, 0, BatchRoutes.MaxBytes));
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
