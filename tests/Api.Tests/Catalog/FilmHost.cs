using System.Text.Json;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Catalog;

/// <summary>One host with a few films and ratings, for all tests of a class that only read.</summary>
public sealed class FilmHost : IAsyncLifetime
{
    MatineeHost? _host;

    public static IReadOnlyList<Movie> Movies { get; } =
    [
        new() { Id = 1, Title = "Alien", Year = 1979, RuntimeMinutes = 117, Language = "en", Genres = ["Horror", "Sci-Fi"], Cast = ["Sigourney Weaver"], Keywords = ["spaceship"] },
        new() { Id = 2, Title = "Aliens", Year = 1986, RuntimeMinutes = 137, Language = "en", Genres = ["Action", "Sci-Fi"], Cast = ["Sigourney Weaver"], Keywords = ["spaceship"] },
        new() { Id = 3, Title = "Amélie", OriginalTitle = "Le Fabuleux Destin", Year = 2001, RuntimeMinutes = 122, Language = "fr", Genres = ["Comedy", "Romance"] },
        new() { Id = 4, Title = "The Artist", Year = 2011, RuntimeMinutes = 100, Language = "fr", Genres = ["Comedy", "Drama"] },
        new() { Id = 5, Title = "Beau Travail", Language = "fr" },
    ];

    public MatineeHost Host => _host!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await MatineeHost.StartAsync();
        var now = _host.Clock.GetUtcNow();
        await RateAsync(_host, Rating("ada", 1, 5, now, "Still frightening."), Rating("bo", 1, 4, now.AddDays(-1), "Slow."), Rating("cy", 1, 3, now));
        await RateAsync(_host, Rating("ada", 3, 4.5, now.AddDays(-60)));
        await _host.Stores.Users.SaveAsync(UserOf("ada", "Ada L."), null);
        await _host.Stores.Users.SaveAsync(UserOf("bo", null), null);
        await _host.SaveAsync([.. Movies]);
        Client = _host.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>A client that is somebody.</summary>
    public async Task<HttpClient> SignInAsync(string userId)
    {
        var started = await Host.Services.GetRequiredService<Sessions>().StartAsync(userId, "a test");
        return Host.NewClient(started.Token);
    }

    public static ViewerRating Rating(string userId, int movieId, double stars, DateTimeOffset at, string? review = null) =>
        new() { UserId = userId, MovieId = movieId, Stars = stars, Review = review, RatedAt = at, Version = at.ToUnixTimeMilliseconds() };

    /// <summary>Takes ratings in at once. The host's own feed does so too, a little later or sooner: each counts once.</summary>
    public static async Task RateAsync(MatineeHost host, params ViewerRating[] ratings)
    {
        foreach (var rating in ratings) await host.Stores.Ratings.SaveAsync(rating, null);
        var feed = new RatingsFeed(host.Stores.Reviews, host.Stores.HotMovies, host.Stores.Poison, host.Clock);
        var outcome = await feed.ApplyAsync([.. ratings.Select(static rating => new RatingChange(JsonDocument.Parse("{}").RootElement, rating, null))]);
        Assert.Equal(0, outcome.Parked);
    }

    static User UserOf(string id, string? name) => new()
    {
        Id = id, LoginName = id, PasswordHash = "none", CreatedAt = DateTimeOffset.UnixEpoch, Profile = new() { Name = name },
    };
}
