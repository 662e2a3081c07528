namespace Matinee.Contract.Tests.Stores;

public sealed class LoginsTestsInProcess(StoresInProcess stores) : LoginsTests(stores), IClassFixture<StoresInProcess>;

public sealed class LoginsTestsOverHttp(StoresOverHttp stores) : LoginsTests(stores), IClassFixture<StoresOverHttp>;

public sealed class LoginsTestsOnAccount(StoresOnAccount stores) : LoginsTests(stores), IClassFixture<StoresOnAccount>;

public abstract class LoginsTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Theory]
    [InlineData("Ann")]
    [InlineData("ann@example.org")]
    [InlineData("a/b\\c?d#e %20+")]
    [InlineData("Åsa 🎬")]
    public async Task Claim_Name_BelongsToTheFirstInAnyCase(string name)
    {
        name += Guid.NewGuid().ToString("N");
        var (first, second) = (NewUser(), NewUser());

        Assert.Null(await Stores.Logins.FindAsync(name));
        Assert.True(await Stores.Logins.ClaimAsync(name, first));
        Assert.False(await Stores.Logins.ClaimAsync(name.ToUpperInvariant(), second));
        Assert.True(await Stores.Logins.ClaimAsync(name.ToUpperInvariant(), first));
        Assert.Equal(first, await Stores.Logins.FindAsync(name.ToUpperInvariant()));
    }

    [Fact]
    public async Task Claim_ManyAtOnce_OneGetsIt()
    {
        var name = NewUser();
        var users = Enumerable.Range(0, 8).Select(_ => NewUser()).ToList();

        var claims = await Task.WhenAll(users.Select(user => Stores.Logins.ClaimAsync(name, user)));

        Assert.Equal(users[Assert.Single(Enumerable.Range(0, 8), i => claims[i])], await Stores.Logins.FindAsync(name));
    }

    [Fact]
    public async Task Release_ByItsOwnerAlone_FreesTheName()
    {
        var (name, owner, other) = (NewUser(), NewUser(), NewUser());
        await Stores.Logins.ClaimAsync(name, owner);

        Assert.False(await Stores.Logins.ReleaseAsync(name, other));
        Assert.True(await Stores.Logins.ReleaseAsync(name, owner));
        Assert.False(await Stores.Logins.ReleaseAsync(name, owner));
        Assert.True(await Stores.Logins.ClaimAsync(name, other));
    }
}
