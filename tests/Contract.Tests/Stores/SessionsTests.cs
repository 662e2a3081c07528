using Matinee.Core.Accounts;

namespace Matinee.Contract.Tests.Stores;

public sealed class SessionsTestsInProcess(StoresInProcess stores) : SessionsTests(stores), IClassFixture<StoresInProcess>;

public sealed class SessionsTestsOverHttp(StoresOverHttp stores) : SessionsTests(stores), IClassFixture<StoresOverHttp>;

public sealed class SessionsTestsOnAccount(StoresOnAccount stores) : SessionsTests(stores), IClassFixture<StoresOnAccount>;

public abstract class SessionsTests(StoresFixture fixture) : StoreTests(fixture)
{
    DateTimeOffset Now => (Clock ?? TimeProvider.System).GetUtcNow();

    [Fact]
    public async Task Save_Session_IsFoundByItsUserAlone()
    {
        var session = New(NewUser(), "a");
        await Stores.Sessions.SaveAsync(session);

        Assert.Equal(session, await Stores.Sessions.FindAsync(session.UserId, "a"));
        Assert.Null(await Stores.Sessions.FindAsync(NewUser(), "a"));
        Assert.Null(await Stores.Sessions.FindAsync(session.UserId, "b"));
    }

    [Fact]
    public async Task All_OfAUser_AreTheLatestFirst()
    {
        var user = NewUser();
        foreach (var i in new[] { 2, 0, 3, 1 }) await Stores.Sessions.SaveAsync(New(user, $"s{i}") with { CreatedAt = Noon.AddMinutes(i) });
        await Stores.Sessions.SaveAsync(New(NewUser(), "s4"));

        Assert.Equal(["s3", "s2", "s1", "s0"], (await Stores.Sessions.AllAsync(user)).Select(session => session.Id));
    }

    [Fact]
    public async Task Remove_Session_EndsThatAlone()
    {
        var user = NewUser();
        await Stores.Sessions.SaveAsync(New(user, "a"));
        await Stores.Sessions.SaveAsync(New(user, "b"));

        Assert.True(await Stores.Sessions.RemoveAsync(user, "a"));
        Assert.False(await Stores.Sessions.RemoveAsync(user, "a"));
        Assert.Equal(["b"], (await Stores.Sessions.AllAsync(user)).Select(session => session.Id));
    }

    [Fact]
    public async Task Find_TimeIsOver_IsNull()
    {
        var user = NewUser();
        await Stores.Sessions.SaveAsync(New(user, "old") with { ExpiresAt = Now.AddSeconds(-1) });
        await Stores.Sessions.SaveAsync(New(user, "new") with { ExpiresAt = Now.AddHours(1) });

        Assert.Null(await Stores.Sessions.FindAsync(user, "old"));
        Assert.Equal(["new"], (await Stores.Sessions.AllAsync(user)).Select(session => session.Id));
        if (Clock is null) return; // An account's time can't be moved.
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null(await Stores.Sessions.FindAsync(user, "new"));
        // The store itself has forgotten it.
        Assert.False(await Stores.Sessions.RemoveAsync(user, "new"));
    }

    [Fact]
    public async Task Renew_Session_ChangesItUnlessItWasEnded()
    {
        var user = NewUser();
        var session = New(user, "a");
        await Stores.Sessions.SaveAsync(session);
        var used = session with { UsedAt = Noon.AddDays(1), ExpiresAt = Now.AddDays(60) };

        Assert.True(await Stores.Sessions.RenewAsync(used));
        Assert.Equal(used, await Stores.Sessions.FindAsync(user, "a"));
        await Stores.Sessions.RemoveAsync(user, "a");
        Assert.False(await Stores.Sessions.RenewAsync(used));
        Assert.Empty(await Stores.Sessions.AllAsync(user));
    }

    [Fact]
    public async Task Renew_ManyRequestsOfOneDeviceAtOnce_AllGoOn()
    {
        var session = New(NewUser(), "a");
        await Stores.Sessions.SaveAsync(session);

        var renewed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Stores.Sessions.RenewAsync(session with { UsedAt = Noon.AddDays(i) })));

        Assert.All(renewed, Assert.True);
    }

    Session New(string user, string id) => new(user, id, "Firefox on Linux", Noon, Now.AddDays(30));
}
