using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>Makes the one client that a process has.</summary>
public static class CosmosClients
{
    static readonly TimeSpan s_requestTimeout = TimeSpan.FromSeconds(6);

    /// <summary>A client for an account.</summary>
    /// <exception cref="ArgumentException">There is neither a key nor a credential.</exception>
    public static CosmosClient Create(CosmosOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new CosmosClientOptions
        {
            ApplicationName = "Matinee",
            ConnectionMode = ConnectionMode.Gateway,
            LimitToEndpoint = true,
            EnableContentResponseOnWrite = false,
            RequestTimeout = s_requestTimeout,
            // Our own retries know the deadline and tell the caller when to come back.
            MaxRetryAttemptsOnRateLimitedRequests = 0,
            UseSystemTextJsonSerializerWithOptions = CosmosJson.Default.Options,
        };
        if (options.HttpClientFactory is { } factory) settings.HttpClientFactory = factory;
        return options switch
        {
            { Key: { } key } => new CosmosClient(options.Endpoint.ToString(), key, settings),
            { Credential: { } credential } => new CosmosClient(options.Endpoint.ToString(), credential, settings),
            _ => throw new ArgumentException($"Neither a key nor a credential is given for {options.Endpoint}.", nameof(options)),
        };
    }
}
