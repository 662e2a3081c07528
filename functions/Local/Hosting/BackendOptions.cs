namespace Matinee.Local.Hosting;

/// <summary>Where the data are: in a folder, or in Azure.</summary>
sealed record BackendOptions
{
    /// <summary>For commands that write much: many writes at once wait for one disk, or for an account's throughput.</summary>
    public static readonly TimeSpan BulkDeadline = TimeSpan.FromMinutes(1);

    /// <summary>The data folder.</summary>
    public string Data { get; init; } = ServeOptions.DefaultData;

    /// <summary>A Cosmos DB account (address or connection string) in place of the folder's store.</summary>
    public string? Cosmos { get; init; }

    /// <summary>A storage account (connection string or address) in place of the folder's blobs.</summary>
    public string? Storage { get; init; }

    /// <summary>After this long an operation on the store is given up; null: as soon as somebody who waits for a page would.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>What stands between the Cosmos SDK and the embedded store, such as the faults of a test; null: nothing.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler>? Between { get; init; }

    /// <summary>Sees that the data folder is there: what only reads must not begin a new one where a name is misspelt.</summary>
    /// <exception cref="LocalException">It is not.</exception>
    public void RequireFolder()
    {
        if (!Directory.Exists(Data)) throw new LocalException($"There is no data folder {Data}. Name it with --data, or begin one with: matinee serve");
    }
}
