using Matinee.Core.Accounts;
using Matinee.Core.Problems;

namespace Matinee.Core.Tests.Accounts;

public sealed class RegistrationTests
{
    const int MaxSteps = 8;

    [Fact]
    public async Task Register_BrokenOffBeforeAnyWrite_TheSamePersonGetsTheirName()
    {
        var crashes = 0;
        for (var step = 0; step < MaxSteps; step++)
        {
            using var world = new World();
            world.Steps.CrashBefore(step);
            var crashed = await EndsAsync(world.RegisterAsync()) == End.Crashed;
            crashes += crashed ? 1 : 0;
            world.Steps.Calm();

            // Whoever is told that it failed tries again; what was done to the end they sign in to.
            if (crashed) await world.RegisterAsync();
            var signedIn = await world.SignInAsync();

            AssertOneAccount(world, signedIn.Session.UserId);
        }

        Assert.Equal(3, crashes);
    }

    [Fact]
    public async Task Register_AnotherWantsTheNameBetweenAnyTwoWrites_ExactlyOneGetsIt()
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            using var world = new World();
            var other = End.Crashed;
            world.Steps.Watch(async at => other = at == step ? await EndsAsync(world.RegisterAsync("ZOE", "some other password")) : other);
            var first = await EndsAsync(world.RegisterAsync());
            world.Steps.Calm();
            if (other == End.Crashed) other = await EndsAsync(world.RegisterAsync("ZOE", "some other password"));

            Assert.Equal([End.Done, End.Taken], new[] { first, other }.Order());
            var signedIn = await world.SignInAsync(password: first == End.Done ? World.Password : "some other password");
            AssertOneAccount(world, signedIn.Session.UserId);
        }
    }

    [Fact]
    public async Task Register_AnotherBreaksOffInBetween_TheNameIsNeverLockedNorDoublyGiven()
    {
        for (var step = 0; step < MaxSteps; step++)
        {
            for (var crash = 0; crash < MaxSteps; crash++)
            {
                using var world = new World();
                var other = End.Taken;
                world.Steps.Watch(async at =>
                {
                    if (at != step) return;
                    world.Steps.CrashBefore(crash);
                    other = await EndsAsync(world.RegisterAsync("ZOE", "some other password"));
                    world.Steps.Calm();
                });
                var first = await EndsAsync(world.RegisterAsync());
                world.Steps.Calm();
                var third = await EndsAsync(world.RegisterAsync("Zoe", "a third good password"));

                var ends = new[] { first, other, third };
                Assert.Equal(1, ends.Count(end => end == End.Done));
                var password = new[] { World.Password, "some other password", "a third good password" }[Array.IndexOf(ends, End.Done)];
                AssertOneAccount(world, (await world.SignInAsync(password: password)).Session.UserId);
            }
        }
    }

    [Fact]
    public async Task Register_AnswerOfTheLastWriteLost_IsNoConflict()
    {
        using var world = new World();
        var users = new RepeatingUsers(world.Users);
        var registration = new Registration(users, world.Logins, world.Passwords, world.Throttle, world.Clock);

        var user = await registration.RegisterAsync(new("zoe", World.Password, []), World.Address);

        Assert.Equal(user.Id, (await world.SignInAsync()).Session.UserId);
    }

    [Fact]
    public async Task Register_ClaimOfADeletedAccount_IsFree()
    {
        using var world = new World();
        world.Logins.All["zoe"] = "gone";

        var user = await world.RegisterAsync();

        Assert.Equal(user.Id, world.Logins.All["zoe"]);
    }

    static void AssertOneAccount(World world, string userId)
    {
        Assert.Equal(userId, world.Logins.All["zoe"]);
        Assert.Single(world.Users.All.Values, one => !one.Value.IsReserved);
        // What broke off has left nothing of a person.
        Assert.All(world.Users.All.Values.Where(one => one.Value.IsReserved), one => Assert.Equal("", one.Value.LoginName));
    }

    static async Task<End> EndsAsync(Task<User> registering)
    {
        try
        {
            await registering;
            return End.Done;
        }
        catch (ProblemException problem) when (problem.Code == ProblemCode.LoginNameTaken)
        {
            return End.Taken;
        }
        catch (CrashException)
        {
            return End.Crashed;
        }
    }

    enum End
    {
        Done,
        Taken,
        Crashed,
    }

    /// <summary>A store whose write was done, but whose answer was lost, so that it is repeated, and refused.</summary>
    sealed class RepeatingUsers(IUsers users) : IUsers
    {
        public Task<Stores.Stored<User>?> FindAsync(string userId, CancellationToken cancellation) => users.FindAsync(userId, cancellation);

        public async Task<string> SaveAsync(User user, string? etag, CancellationToken cancellation)
        {
            var saved = await users.SaveAsync(user, etag, cancellation);
            return etag is null ? saved : await users.SaveAsync(user, etag, cancellation);
        }

        public Task<bool> RemoveAsync(string userId, string? etag, CancellationToken cancellation) => users.RemoveAsync(userId, etag, cancellation);
    }
}
