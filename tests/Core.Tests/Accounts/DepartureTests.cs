using Matinee.Core.Accounts;
using Matinee.Core.Profiles;
using Matinee.Core.Ratings;

namespace Matinee.Core.Tests.Accounts;

public sealed class DepartureTests
{
    [Fact]
    public async Task Leave_BrokenOffBeforeAnyWrite_IsCompletedByCallingAgain()
    {
        var crashes = 0;
        for (var step = 0; step < 40; step++)
        {
            using var world = new World();
            var (user, session) = await LivedInAsync(world);
            world.Steps.CrashBefore(step);
            var crashed = await Record.ExceptionAsync(() => world.Departure.LeaveAsync(session)) is not null;
            world.Steps.Calm();
            if (crashed)
            {
                crashes++;
                Assert.Contains(session.Id, world.SessionStore.All.Keys);
                await world.Departure.LeaveAsync(session);
            }

            await AssertGoneAsync(world, user);
        }

        Assert.InRange(crashes, 15, 39);
    }

    [Fact]
    public async Task Leave_BrokenOffAndTheDeviceLost_IsCompletedBySigningInWhileThereIsAName()
    {
        for (var step = 1; step < 40; step++)
        {
            using var world = new World();
            var (user, session) = await LivedInAsync(world);
            world.Steps.CrashBefore(step);
            await Record.ExceptionAsync(() => world.Departure.LeaveAsync(session));
            world.Steps.Calm();
            if (!world.Logins.All.ContainsKey("zoe")) continue;

            await Record.ExceptionAsync(() => world.SignInAsync());

            await AssertGoneAsync(world, user);
        }
    }

    [Fact]
    public async Task Leave_RatingWrittenBehindItsBack_GoesToo()
    {
        using var world = new World();
        var (user, session) = await LivedInAsync(world);
        world.Steps.Watch(at => at == 12 ? RateAsync(world, user.Id, 77, "late") : Task.CompletedTask);

        var receipt = await world.Departure.LeaveAsync(session);

        Assert.Equal((4, 3), (receipt.Erased["ratings"], receipt.Erased["reviews"]));
        await AssertGoneAsync(world, user);
    }

    [Fact]
    public async Task Leave_Anyone_LeavesOthersAlone()
    {
        using var world = new World();
        var other = await world.RegisterAsync("yan");
        await world.SignInAsync("yan");
        await RateAsync(world, other.Id, 1, "mine");
        var (_, session) = await LivedInAsync(world);

        await world.Departure.LeaveAsync(session);

        Assert.Equal([other.Id], world.Users.All.Keys);
        Assert.Equal(other.Id, Assert.Single(world.SessionStore.All.Values).UserId);
        Assert.Single(await world.Ratings.AllAsync(other.Id, default));
        Assert.Equal("mine", world.Reviews.All[(1, other.Id)].Review);
        Assert.Equal((1, 1), ((await world.Reviews.StatsAsync(1, default)).Count, (await world.Reviews.StatsAsync(1, default)).Reviews));
    }

    static async Task<(User User, Session Session)> LivedInAsync(World world)
    {
        var user = await world.RegisterAsync();
        await world.SignInAsync();
        var session = (await world.SignInAsync()).Session;
        await RateAsync(world, user.Id, 1, "first");
        await RateAsync(world, user.Id, 2, null);
        await RateAsync(world, user.Id, 3, "third");
        foreach (var kind in Enum.GetValues<ShelfKind>()) await world.Shelf.SaveAsync(new(user.Id, kind, 5, world.Clock.GetUtcNow()), default);
        await world.Shelf.TouchAsync(user.Id, default);
        return (user, session);
    }

    static async Task RateAsync(World world, string user, int movie, string? review)
    {
        var now = world.Clock.GetUtcNow();
        var rating = new ViewerRating { UserId = user, MovieId = movie, Stars = 4, Review = review, RatedAt = now, Version = ViewerRating.NextVersion(null, now) };
        await world.Ratings.SaveAsync(rating, null, default);
        await world.Feed.ApplyAsync([RatingChange.Of(rating)]);
    }

    static async Task AssertGoneAsync(World world, User user)
    {
        Assert.Empty(world.Users.All);
        Assert.Empty(world.Logins.All);
        Assert.Empty(world.SessionStore.All);
        Assert.Empty(world.Shelf.All);
        Assert.Empty(world.Shelf.Marks);
        Assert.Contains(user.Id, world.Forgotten);
        Assert.All(world.Ratings.All.Values, one => Assert.True(one.Value is { IsRemoved: true, Stars: null, Review: null }));
        // The feed delivers what it has not yet.
        await world.Feed.ApplyAsync([.. world.Ratings.All.Values.Select(one => RatingChange.Of(one.Value))]);
        Assert.All(world.Reviews.All.Values, one => Assert.True(one is { IsRemoved: true, Review: null }));
        foreach (var movie in new[] { 1, 2, 3, 77 }) Assert.Equal(0, (await world.Reviews.StatsAsync(movie, default)).Count);
    }
}
