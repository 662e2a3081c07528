using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>Creates the database and its containers: for local and test accounts alone. In Azure the deployment declares them.</summary>
public static class CosmosSchema
{
    /// <summary>Creates what is not there yet.</summary>
    public static async Task CreateAsync(CosmosClient client, string database = CosmosOptions.DefaultDatabase, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        Database created = await client.CreateDatabaseIfNotExistsAsync(database, cancellationToken: cancellation).ConfigureAwait(false);
        foreach (var plan in CosmosContainers.All)
            await created.CreateContainerIfNotExistsAsync(plan.ToProperties(), cancellationToken: cancellation).ConfigureAwait(false);
    }
}
