using System.Text.Json.Serialization.Metadata;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;
using Matinee.Core.Training;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>All stores of a database, over one client.</summary>
public sealed class CosmosStores : IDisposable
{
    readonly StoreRetry _retry;

    CosmosStores(CosmosClient client, CosmosOptions options, TimeProvider clock, Func<double>? chance)
    {
        Client = client;
        Database = client.GetDatabase(options.Database);
        _retry = new(options.Deadline, clock, chance);
        Movies = new CosmosMovies(Table(CosmosContainers.Movies, CosmosJson.Default.MovieDocument));
        Users = new CosmosUsers(Table(CosmosContainers.Users, CosmosJson.Default.UserDocument));
        Consents = new CosmosConsents(Table(CosmosContainers.Users, CosmosJson.Default.ConsentDocument));
        Logins = new CosmosLogins(Table(CosmosContainers.Logins, CosmosJson.Default.LoginDocument));
        Sessions = new CosmosSessions(Table(CosmosContainers.Sessions, CosmosJson.Default.SessionDocument), clock);
        Ratings = new CosmosRatings(Table(CosmosContainers.Ratings, CosmosJson.Default.RatingDocument));
        RatingChanges = new CosmosRatingChanges(Database.GetContainer(CosmosContainers.Ratings.Name), _retry);
        Shelf = new CosmosShelf(Table(CosmosContainers.Shelf, CosmosJson.Default.ShelfDocument));
        ViewerMarks = new CosmosViewerMarks(Table(CosmosContainers.Shelf, CosmosJson.Default.MarkDocument));
        Reviews = new CosmosReviews(Table(CosmosContainers.Reviews, CosmosJson.Default.ReviewDocument));
        HotMovies = new CosmosHotMovies(Table(CosmosContainers.HotMovies, CosmosJson.Default.HotMovieDocument));
        Poison = new CosmosPoison(Table(CosmosContainers.Poison, CosmosJson.Default.PoisonItem));
    }

    /// <summary>The client, for what is not stored here, such as change feeds.</summary>
    public CosmosClient Client { get; }

    /// <summary>The database.</summary>
    public Database Database { get; }

    /// <summary>The films.</summary>
    public IMovies Movies { get; }

    /// <summary>The accounts.</summary>
    public IUsers Users { get; }

    /// <summary>What all accounts agree to.</summary>
    public IConsents Consents { get; }

    /// <summary>The login names.</summary>
    public ILogins Logins { get; }

    /// <summary>The devices that are signed in.</summary>
    public ISessions Sessions { get; }

    /// <summary>The ratings by viewer.</summary>
    public IRatings Ratings { get; }

    /// <summary>What has changed in the ratings, for training.</summary>
    public IRatingChanges RatingChanges { get; }

    /// <summary>What viewers have put aside.</summary>
    public IShelf Shelf { get; }

    /// <summary>What caches of a viewer are valid under.</summary>
    public IViewerMarks ViewerMarks { get; }

    /// <summary>The ratings by film, and the counts.</summary>
    public IReviews Reviews { get; }

    /// <summary>The popular films.</summary>
    public IHotMovies HotMovies { get; }

    /// <summary>The documents that could not be applied.</summary>
    public IPoison Poison { get; }

    /// <summary>Connects; the first operation tells whether the account is there.</summary>
    public static CosmosStores Open(CosmosOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Open(options, clock, null);
    }

    /// <summary>Closes all connections.</summary>
    public void Dispose() => Client.Dispose();

    internal static CosmosStores Open(CosmosOptions options, TimeProvider clock, Func<double>? chance) =>
        new(CosmosClients.Create(options), options, clock, chance);

    CosmosTable<T> Table<T>(ContainerPlan plan, JsonTypeInfo<T> json) where T : class => new(Database.GetContainer(plan.Name), json, _retry);
}
