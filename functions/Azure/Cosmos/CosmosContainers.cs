using Matinee.Core.Ratings;

namespace Matinee.Azure.Cosmos;

/// <summary>The containers that Matinee needs: Local creates them from this list, and what Azure is told to deploy is checked against it.</summary>
public static class CosmosContainers
{
    // Items may have a time to live; those that say nothing stay.
    const int PerItem = -1;

    /// <summary>The films.</summary>
    public static ContainerPlan Movies { get; } = new("movies", "/id");

    /// <summary>Accounts, profiles and consents.</summary>
    public static ContainerPlan Users { get; } = new("users", "/id");

    /// <summary>Which login name belongs to whom.</summary>
    public static ContainerPlan Logins { get; } = new("logins", "/id");

    /// <summary>Devices that are signed in, until their time is over.</summary>
    public static ContainerPlan Sessions { get; } = new("sessions", "/userId") { DefaultTtl = PerItem };

    /// <summary>Ratings by viewer; the source of the ratings feed.</summary>
    public static ContainerPlan Ratings { get; } = new("ratings", "/userId")
    {
        DefaultTtl = PerItem,
        Indexed = ["/removed", "/ratedAt", "/stars", "/movieId"],
        Sorted = [("/ratedAt", "/movieId"), ("/stars", "/movieId")],
    };

    /// <summary>What viewers have put aside.</summary>
    public static ContainerPlan Shelf { get; } = new("shelf", "/userId")
    {
        Indexed = ["/kind", "/at", "/movieId"],
        Sorted = [("/at", "/movieId")],
    };

    /// <summary>Ratings by film, and each film's counts.</summary>
    public static ContainerPlan Reviews { get; } = new("reviews", "/movieId")
    {
        DefaultTtl = PerItem,
        Indexed = ["/kind", "/ratedAt", "/userId"],
        Sorted = [("/ratedAt", "/userId")],
    };

    /// <summary>Popular films by window.</summary>
    public static ContainerPlan HotMovies { get; } = new("movie_hot", "/window")
    {
        Indexed = ["/score", "/movieId"],
        Sorted = [("/score", "/movieId")],
    };

    /// <summary>How far readers of change feeds have come.</summary>
    public static ContainerPlan Leases { get; } = new("leases", "/id") { DefaultTtl = PerItem, Indexed = ["/id"] };

    /// <summary>Documents that can't be applied, for a month.</summary>
    public static ContainerPlan Poison { get; } = new("poison", "/id") { DefaultTtl = PoisonDocument.KeptSeconds, Indexed = ["/at"] };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ContainerPlan> All { get; } =
        [Movies, Users, Logins, Sessions, Ratings, Shelf, Reviews, HotMovies, Leases, Poison];
}
