using Matinee.Azure.Blobs;
using Matinee.Azure.Cosmos;
using Matinee.Azure.Settings;
using Matinee.Core.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Azure;

/// <summary>The stores and the blobs, as what the product's rules ask for.</summary>
public static class AzureServices
{
    /// <summary>Adds the stores and blobs that settings name. Nothing is asked of them yet: a host starts without them, and says so in its health.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services, MatineeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var account = BlobAccount.Connect(settings.Storage.Account, settings.Storage.Credential, BlobAccount.Options());
        return services.AddStores(CosmosStores.Open(settings.Cosmos, TimeProvider.System), new AzureBlobs(account.GetBlobContainerClient(settings.Container)));
    }

    /// <summary>Adds all stores of a database, and what is kept in blobs.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services, CosmosStores stores, IBlobs blobs)
    {
        ArgumentNullException.ThrowIfNull(stores);
        return services
            .AddSingleton(stores)
            .AddSingleton(stores.Movies)
            .AddSingleton(stores.Users)
            .AddSingleton(stores.Consents)
            .AddSingleton(stores.Logins)
            .AddSingleton(stores.Sessions)
            .AddSingleton(stores.Ratings)
            .AddSingleton(stores.RatingChanges)
            .AddSingleton(stores.Shelf)
            .AddSingleton(stores.ViewerMarks)
            .AddSingleton(stores.Reviews)
            .AddSingleton(stores.HotMovies)
            .AddSingleton(stores.Poison)
            .AddSingleton(blobs);
    }
}
