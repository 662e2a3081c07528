using System.Net;
using System.Net.Http.Json;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Matinee.Core.Recommendations;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Accounts;

public sealed class DepartureTests
{
    [Fact]
    public async Task Delete_SignedInOnTwoDevices_LeavesNothingAndFreesTheName()
    {
        var forgotten = new Forgotten();
        await using var host = await StartAsync(forgotten);
        using var laptop = await host.JoinAsync("zoe");
        using var phone = await host.SignInAsync("zoe");
        var id = (string)(await laptop.GetAsync("me").JsonAsync())["id"]!;
        await laptop.PutAsJsonAsync("me/ratings/1", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);
        await laptop.PutAsJsonAsync("me/ratings/2", new { stars = 2 }).JsonAsync(HttpStatusCode.Created);
        await laptop.PutAsJsonAsync("me/ratings/1/review", new { text = "The diner." }).JsonAsync();
        await laptop.PutAsync("me/watchlist/3", null).JsonAsync(HttpStatusCode.Created);
        await FeedAsync(host, id, 1, 2);
        Assert.Single((await host.Stores.Reviews.ListAsync(1, new())).Items);

        var receipt = await laptop.DeleteAsync("me").JsonAsync();

        Assert.Equal("""{"sessions":2,"ratings":2,"reviews":1,"shelf":1,"logins":1,"users":1}""", receipt["erased"]!.ToJsonString());
        Assert.Contains("2026-05-01T12:00:00Z", (string?)receipt["modelVersionWithout"], StringComparison.Ordinal);
        Assert.Equal(["ratings", "reviews"], receipt["remains"]!.AsArray().Select(one => (string)one!["container"]!));
        Assert.Equal(host.Clock.GetUtcNow().AddSeconds(Tombstones.RatingSeconds), (DateTimeOffset)receipt["remains"]![0]!["until"]!);
        Assert.Equal([id], forgotten.Users);

        await laptop.GetAsync("me").ProblemAsync("unauthenticated");
        await phone.GetAsync("me").ProblemAsync("unauthenticated");
        using var stranger = host.NewClient();
        await People.TryAsync(stranger, "zoe", People.Password).ProblemAsync("wrong_credentials");
        Assert.Null(await host.Stores.Users.FindAsync(id));
        Assert.Null(await host.Stores.Logins.FindAsync("zoe"));
        Assert.Empty(await host.Stores.Sessions.AllAsync(id));
        Assert.Empty(await host.Stores.Ratings.AllAsync(id));
        Assert.Empty(await host.Stores.Shelf.AllAsync(id));
        Assert.Null(await host.Stores.ViewerMarks.FindAsync(id));
        // The text is off the film's page at once; stars without a text the feed takes back, once, however often it comes.
        Assert.Empty((await host.Stores.Reviews.ListAsync(1, new())).Items);
        Assert.Equal((0, 0), await CountsAsync(host, 1));
        await FeedAsync(host, id, 1, 2);
        Assert.Equal((0, 0), await CountsAsync(host, 1));
        Assert.Equal((0, 0), await CountsAsync(host, 2));

        using var another = await host.JoinAsync("zoe");
        Assert.NotEqual(id, (string)(await another.GetAsync("me").JsonAsync())["id"]!);
        Assert.Empty((await another.GetAsync("me/ratings").JsonAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Delete_SessionOfLongAgo_TakesAFreshOne()
    {
        await using var host = await StartAsync(new());
        using var laptop = await host.JoinAsync("zoe");
        host.Clock.Advance(TimeSpan.FromMinutes(16));

        await laptop.DeleteAsync("me").ProblemAsync("sign_in_again");

        Assert.Equal(HttpStatusCode.OK, await laptop.GetAsync("me").StatusAsync());
        using var fresh = await host.SignInAsync("zoe");
        Assert.Equal(HttpStatusCode.OK, await fresh.DeleteAsync("me").StatusAsync());
    }

    [Fact]
    public async Task Delete_BrokenOff_RefusesToSignInAndIsCompletedByCallingAgain()
    {
        var forgotten = new Forgotten { Fails = true };
        await using var host = await StartAsync(forgotten);
        using var laptop = await host.JoinAsync("zoe");
        using var phone = await host.SignInAsync("zoe");
        await laptop.PutAsJsonAsync("me/ratings/1", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);
        await laptop.DeleteAsync("me").ProblemAsync("internal_error");

        await phone.GetAsync("me").ProblemAsync("unauthenticated");
        await laptop.GetAsync("me").ProblemAsync("unauthenticated");
        forgotten.Fails = false;
        // Even an hour later: it was allowed once, and only goes forward.
        host.Clock.Advance(TimeSpan.FromHours(1));
        var receipt = await laptop.DeleteAsync("me").JsonAsync();

        Assert.Equal("""{"sessions":1,"ratings":1,"reviews":0,"shelf":0,"logins":1,"users":1}""", receipt["erased"]!.ToJsonString());
        using var another = await host.JoinAsync("zoe");
    }

    [Fact]
    public async Task Delete_BrokenOffAndTheTokenLost_IsCompletedBySigningIn()
    {
        var forgotten = new Forgotten { Fails = true };
        await using var host = await StartAsync(forgotten);
        using var laptop = await host.JoinAsync("zoe");
        var id = (string)(await laptop.GetAsync("me").JsonAsync())["id"]!;
        await laptop.DeleteAsync("me").ProblemAsync("internal_error");
        forgotten.Fails = false;
        using var stranger = host.NewClient();

        await People.TryAsync(stranger, "zoe", "not the password").ProblemAsync("wrong_credentials");
        Assert.NotNull(await host.Stores.Users.FindAsync(id));
        await People.TryAsync(stranger, "zoe", People.Password).ProblemAsync("wrong_credentials");

        Assert.Null(await host.Stores.Users.FindAsync(id));
        Assert.Null(await host.Stores.Logins.FindAsync("zoe"));
        await laptop.DeleteAsync("me").ProblemAsync("unauthenticated");
    }

    [Fact]
    public async Task Consent_Withdrawn_TakesTheViewerOutOfTheServedModelFirst()
    {
        var forgotten = new Forgotten();
        await using var host = await StartAsync(forgotten);
        using var zoe = await host.JoinAsync("zoe");
        var id = (string)(await zoe.GetAsync("me").JsonAsync())["id"]!;

        await zoe.PutAsJsonAsync("me/consents/profileForPortraits", new { isGiven = false }).JsonAsync();
        Assert.Empty(forgotten.Users);
        await zoe.PutAsJsonAsync("me/consents/ratingsForOthers", new { isGiven = false }).JsonAsync();

        Assert.Equal([id], forgotten.Users);
    }

    static async Task<MatineeHost> StartAsync(Forgotten forgotten)
    {
        var host = await People.StartAsync(services => services.AddSingleton<IForget>(forgotten));
        await host.SaveAsync([.. Enumerable.Range(1, 3).Select(id => new Movie { Id = id, Title = $"Film {id}" })]);
        return host;
    }

    // What the change feed does a moment later.
    static async Task FeedAsync(MatineeHost host, string user, params int[] movies)
    {
        foreach (var movie in movies)
        {
            var rating = (await host.Stores.Ratings.FindAsync(user, movie))!.Value;
            await host.Services.GetRequiredService<RatingsFeed>().ApplyAsync([RatingChange.Of(rating)]);
        }
    }

    static async Task<(int Ratings, int Reviews)> CountsAsync(MatineeHost host, int movie)
    {
        var stats = await host.Stores.Reviews.StatsAsync(movie);
        return (stats.Count, stats.Reviews);
    }

    sealed class Forgotten : IForget
    {
        public List<string> Users { get; } = [];

        public bool Fails { get; set; }

        public ValueTask ForgetAsync(string userId, CancellationToken cancellation)
        {
            if (Fails) throw new InvalidOperationException("The model store is out of reach.");
            Users.Add(userId);
            return ValueTask.CompletedTask;
        }
    }
}
