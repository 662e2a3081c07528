using Azure.Core;
using Azure.Storage.Blobs;

namespace Matinee.Azure.Blobs;

/// <summary>How a storage account is reached.</summary>
public static class BlobAccount
{
    const int Retries = 5;
    static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(400);
    static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(8);

    // For one request, which moves a block or a range of a few megabytes.
    static readonly TimeSpan s_networkTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Retries with growing, jittered pauses, all bounded.</summary>
    public static BlobClientOptions Options() => new()
    {
        Retry =
        {
            Mode = RetryMode.Exponential,
            MaxRetries = Retries,
            Delay = s_firstPause,
            MaxDelay = s_longestPause,
            NetworkTimeout = s_networkTimeout,
        },
    };

    /// <summary>Connects to an account.</summary>
    /// <exception cref="ArgumentException">The account is neither a connection string nor a URL that can be used.</exception>
    public static BlobServiceClient Connect(string account, TokenCredential? credential, BlobClientOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        if (!account.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !account.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return FromConnectionString(account, options);
        var url = new Uri(account);
        if (url.Query.Contains("sig=", StringComparison.Ordinal)) return new(url, options);
        return credential is not null
            ? new(url, credential, options)
            : throw new ArgumentException(
                $"The storage account {url} needs a credential: sign in, give a connection string, or a URL with a signature (SAS).", nameof(account));
    }

    static BlobServiceClient FromConnectionString(string account, BlobClientOptions options)
    {
        try
        {
            return new(account, options);
        }
        catch (FormatException error)
        {
            // The text itself may hold a key and must not get into a log.
            throw new ArgumentException("The storage account is neither a URL nor a connection string.", nameof(account), error);
        }
    }
}
