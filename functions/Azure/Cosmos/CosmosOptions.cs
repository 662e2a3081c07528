using Azure.Core;

namespace Matinee.Azure.Cosmos;

/// <summary>Which Cosmos DB account, and how patiently.</summary>
public sealed record CosmosOptions
{
    /// <summary>The database that Matinee's containers are in, unless another is named.</summary>
    public const string DefaultDatabase = "matinee";

    /// <summary>The least time for an operation.</summary>
    public static readonly TimeSpan MinDeadline = TimeSpan.FromMilliseconds(100);

    /// <summary>The most time for an operation.</summary>
    public static readonly TimeSpan MaxDeadline = TimeSpan.FromMinutes(5);

    /// <summary>The account's address.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The account's key; not for Azure, where identities have rights.</summary>
    public string? Key { get; init; }

    /// <summary>Who is asking, where there is no key.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>The database.</summary>
    public string Database { get; init; } = DefaultDatabase;

    /// <summary>After this long an operation is given up, retries included.</summary>
    public TimeSpan Deadline
    {
        get;
        init => field = value >= MinDeadline && value <= MaxDeadline
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Deadline), value, $"Deadline must be from {MinDeadline} to {MaxDeadline}.");
    } = TimeSpan.FromSeconds(8);

    /// <summary>What requests are sent with, such as a gateway in the same process; null: the SDK's own.</summary>
    public Func<HttpClient>? HttpClientFactory { get; init; }

    /// <summary>Reads an address (whoever asks then needs a credential) or a connection string.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static CosmosOptions Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && endpoint.Scheme.StartsWith(Uri.UriSchemeHttp, StringComparison.Ordinal))
            return new() { Endpoint = endpoint };
        string? address = null, key = null;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, value) = part.Split('=', 2) is [var left, var right] ? (left, right) : (part, "");
            if (name.Equals("AccountEndpoint", StringComparison.OrdinalIgnoreCase)) address = value;
            if (name.Equals("AccountKey", StringComparison.OrdinalIgnoreCase)) key = value;
        }

        // The text itself is not named: it may hold a key.
        return Uri.TryCreate(address, UriKind.Absolute, out endpoint) && !string.IsNullOrEmpty(key)
            ? new() { Endpoint = endpoint, Key = key }
            : throw new ArgumentException(
                "A Cosmos DB account is given as https://<account>.documents.azure.com/ or as AccountEndpoint=<address>;AccountKey=<key>.",
                nameof(text));
    }
}
