using Matinee.Local.CosmosGateway.Hosting;
using Matinee.Local.CosmosGateway.Protocol;
using Matinee.Local.CosmosGateway.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Local.CosmosGateway;

/// <summary>The part of Azure Cosmos DB that Matinee uses, over a folder of journals: what Cosmos clients in gateway mode can talk to.</summary>
public sealed partial class Gateway : IDisposable
{
    /// <summary>The address by which clients in the process know it; leases name its host, so it is the same as over HTTP.</summary>
    public const string InProcessEndpoint = "http://localhost:8081/";

    readonly Account _account;
    readonly AccountRoutes _routes;
    readonly ILogger _log;

    Gateway(Account account, ILogger log) => (_account, _routes, _log) = (account, new(account), log);

    /// <summary>Opens a folder; torn tails of journals are cut off and reported to the log.</summary>
    /// <exception cref="GatewayException">The folder is in use by another process, or damaged.</exception>
    public static Gateway Open(GatewayOptions options, ILogger? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        log ??= NullLogger.Instance;
        return new(Account.Open(options.Folder, new StorageOptions(options.Commit, options.CompactionFloor, options.Clock), log), log);
    }

    /// <summary>
    /// What makes <c>CosmosClientOptions.HttpClientFactory</c> talk to this gateway without a socket:
    /// <c>() => new HttpClient(handler, disposeHandler: false)</c>.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new InProcessTransport(this);

    /// <summary>Waits until nothing is being compacted.</summary>
    internal Task WhenCompacted() =>
        Task.WhenAll(_account.Databases.SelectMany(database => database.Containers).Select(entry => entry.Container.WhenCompacted()));

    internal Account Account => _account;

    internal async Task<GatewayResponse> AnswerAsync(GatewayRequest request)
    {
        var response = await AnswerOrRefuseAsync(request).ConfigureAwait(false);
        return response.With(ProtocolHeaders.ActivityId, request.Header(ProtocolHeaders.ActivityId));
    }

    /// <summary>Closes all journals.</summary>
    public void Dispose() => _account.Dispose();

    async Task<GatewayResponse> AnswerOrRefuseAsync(GatewayRequest request)
    {
        try
        {
            return await _routes.AnswerAsync(request).ConfigureAwait(false);
        }
        catch (CosmosError error)
        {
            return GatewayResponse.Of(error);
        }
        catch (ObjectDisposedException)
        {
            return GatewayResponse.Of(CosmosError.NoContainer($"{request.Path} has been deleted or is being closed."));
        }
        catch (GatewayException error)
        {
            Failed(_log, request.Method, request.Path, error);
            return GatewayResponse.Failure(error.Message);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // One request must not end all others; the log has the whole story.
            Failed(_log, request.Method, request.Path, error);
            return GatewayResponse.Failure($"The gateway failed: {error.Message}");
        }
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed.")]
    static partial void Failed(ILogger log, string method, ResourcePath path, Exception error);
}
