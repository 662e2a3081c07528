using Matinee.Core.Accounts;
using Matinee.Core.Problems;

namespace Matinee.Core.Tests.Accounts;

public sealed class SignInTests
{
    const string Other = "four other unrelated words";

    [Fact]
    public async Task SignIn_UnknownAndWrong_AskTheStoresForTheSame()
    {
        using var world = new World();
        await world.RegisterAsync();
        world.Steps.Log.Clear();
        await RefusedAsync(world.SignInAsync(password: "not the password"));
        var wrong = world.Steps.Log.ToList();
        world.Steps.Log.Clear();

        await RefusedAsync(world.SignInAsync("nobody", "not the password"));

        Assert.Equal(["read logins", "read users"], wrong);
        Assert.Equal(wrong, world.Steps.Log);
    }

    [Fact]
    public async Task SignIn_PasswordChangedBetweenAnyTwoSteps_NoSessionOfTheOldOneIsLeft()
    {
        for (var step = 0; step < 4; step++)
        {
            using var world = new World();
            var user = await world.RegisterAsync();
            var owner = (await world.SignInAsync()).Session;
            StartedSession? renewed = null;
            world.Steps.Watch(async at => renewed = at == step
                ? await world.PasswordChange.ChangeAsync(owner, World.Password, Other, World.Address)
                : renewed);
            var thief = await Record.ExceptionAsync(() => world.SignInAsync());
            world.Steps.Calm();
            renewed ??= await world.PasswordChange.ChangeAsync(owner, World.Password, Other, World.Address);

            Assert.True(thief is null or ProblemException { Code: ProblemCode.WrongCredentials });
            Assert.Equal([renewed.Session.Id], (await world.Sessions.ListAsync(user.Id)).Select(session => session.Id));
        }
    }

    [Fact]
    public async Task SignIn_AccountDeletedBetweenAnyTwoSteps_NoSessionIsLeft()
    {
        for (var step = 0; step < 4; step++)
        {
            using var world = new World();
            var user = await world.RegisterAsync();
            var owner = (await world.SignInAsync()).Session;
            var left = false;
            world.Steps.Watch(async at =>
            {
                if (at != step) return;
                left = true;
                await world.Departure.LeaveAsync(owner);
            });
            await Record.ExceptionAsync(() => world.SignInAsync());
            world.Steps.Calm();
            if (!left) await world.Departure.LeaveAsync(owner);

            Assert.Empty(await world.Sessions.ListAsync(user.Id));
            Assert.Empty(world.Users.All);
        }
    }

    [Fact]
    public async Task SignIn_WhileARegistrationIsUnderWay_IsRefused()
    {
        using var world = new World();
        world.Steps.CrashBefore(2);
        await Assert.ThrowsAsync<CrashException>(() => world.RegisterAsync());
        world.Steps.Calm();

        await RefusedAsync(world.SignInAsync());
        await RefusedAsync(world.SignInAsync(password: ""));
    }

    [Fact]
    public async Task SignIn_FromAnotherAddress_IsNotConcernedByAStrangersGuesses()
    {
        using var world = new World(new() { PerNameAndAddress = 3 });
        await world.RegisterAsync();
        for (var i = 0; i < 3; i++) await RefusedAsync(world.SignIn.SignInAsync("zoe", "a guess too many", null, "203.0.113.9"));
        var refused = await Assert.ThrowsAsync<ProblemException>(() => world.SignIn.SignInAsync("zoe", World.Password, null, "203.0.113.9"));

        Assert.Equal((ProblemCode.RateLimited, TimeSpan.FromMinutes(5)), (refused.Code, refused.RetryAfter!.Value));
        Assert.NotNull(await world.SignInAsync());
    }

    [Fact]
    public async Task ChangePassword_TwiceAtOnce_TheSecondMustKnowTheFirstsPassword()
    {
        using var world = new World();
        await world.RegisterAsync();
        var session = (await world.SignInAsync()).Session;
        world.Steps.Watch(at => at == 0 ? world.PasswordChange.ChangeAsync(session, World.Password, Other, World.Address) : Task.CompletedTask);

        var refused = await Assert.ThrowsAsync<ProblemException>(() => world.PasswordChange.ChangeAsync(session, World.Password, "yet another password", World.Address));
        world.Steps.Calm();

        Assert.Equal(ProblemCode.Conflict, refused.Code);
        Assert.NotNull(await world.SignInAsync(password: Other));
    }

    static async Task RefusedAsync(Task signingIn) =>
        Assert.Equal(ProblemCode.WrongCredentials, (await Assert.ThrowsAsync<ProblemException>(() => signingIn)).Code);
}
