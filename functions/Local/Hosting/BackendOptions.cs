namespace Matinee.Local.Hosting;

/// <summary>Where the data are: in a folder, or in Azure.</summary>
sealed record BackendOptions
{
    /// <summary>The data folder.</summary>
    public string Data { get; init; } = ServeOptions.DefaultData;

    /// <summary>A Cosmos DB account (address or connection string) in place of the folder's store.</summary>
    public string? Cosmos { get; init; }

    /// <summary>A storage account (connection string or address) in place of the folder's blobs.</summary>
    public string? Storage { get; init; }
}
