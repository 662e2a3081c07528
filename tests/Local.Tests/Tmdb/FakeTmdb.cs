using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Tests.Tmdb;

/// <summary>How the fake server misbehaves, once.</summary>
enum Fault
{
    TooMany,
    Error,
    Silence,
    Garbage,
    Cut,
}

/// <summary>TMDB on the loopback address: answers from files, counts what it is asked, and misbehaves when told to.</summary>
sealed class FakeTmdb : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";
    public const string Token = "eyJh.bGci-Oi_.JIUz";

    static readonly string s_answers = Path.Combine(AppContext.BaseDirectory, "Tmdb", "Answers");

    readonly WebApplication _app;
    readonly ConcurrentDictionary<string, ConcurrentQueue<Fault>> _faults = new();

    FakeTmdb()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The paths that were asked for, in order, without queries.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/3");

    public static async Task<FakeTmdb> StartAsync()
    {
        var server = new FakeTmdb();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>The next questions for a path go wrong so, one after the other.</summary>
    public void Break(string path, params IEnumerable<Fault> faults) => _faults[path] = new(faults);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = request.Path.Value!["/3/".Length..];
        Asked.Enqueue(path);
        if (request.Query["api_key"] != Key && request.Headers.Authorization != $"Bearer {Token}")
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (_faults.TryGetValue(path, out var faults) && faults.TryDequeue(out var fault))
        {
            await FailAsync(fault, context);
            return;
        }

        var isSound = path.StartsWith("movie/", StringComparison.Ordinal)
            ? request.Query["append_to_response"] == "credits,keywords"
            : path.StartsWith("find/", StringComparison.Ordinal) && request.Query["external_source"] == "imdb_id";
        var file = Path.Combine(s_answers, path.Replace('/', '-') + ".json");
        response.StatusCode = !isSound ? StatusCodes.Status400BadRequest : File.Exists(file) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        if (response.StatusCode == StatusCodes.Status200OK) await response.SendFileAsync(file);
    }

    static async Task FailAsync(Fault fault, HttpContext context)
    {
        var response = context.Response;
        switch (fault)
        {
            case Fault.TooMany:
                (response.StatusCode, response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, "1");
                break;
            case Fault.Error:
                response.StatusCode = StatusCodes.Status502BadGateway;
                break;
            case Fault.Silence:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                break;
            case Fault.Garbage:
                await response.WriteAsync("<html>Down for a while</html>");
                break;
            default:
                response.ContentLength = 5000;
                await response.WriteAsync("{ \"id\": 8");
                await response.Body.FlushAsync();
                context.Abort();
                break;
        }
    }
}
