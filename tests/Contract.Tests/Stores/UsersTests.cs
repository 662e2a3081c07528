using Matinee.Core.Accounts;
using Matinee.Core.Stores;

namespace Matinee.Contract.Tests.Stores;

public sealed class UsersTestsInProcess(StoresInProcess stores) : UsersTests(stores), IClassFixture<StoresInProcess>;

public sealed class UsersTestsOverHttp(StoresOverHttp stores) : UsersTests(stores), IClassFixture<StoresOverHttp>;

public sealed class UsersTestsOnAccount(StoresOnAccount stores) : UsersTests(stores), IClassFixture<StoresOnAccount>;

public abstract class UsersTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task Save_EveryField_ComesBack()
    {
        var user = New() with
        {
            Profile = new() { Name = "Zoë", BirthYear = 1980, Gender = "woman", Occupation = "nurse", FavouriteGenres = ["Drama"] },
            Consents = [new(ConsentPurpose.RatingsForOthers, true, Noon, "2026-01"), new(ConsentPurpose.ProfileForPortraits, false, Noon, "2026-01")],
            PasswordSetAt = Noon.AddDays(1),
            LeavingAt = Noon.AddDays(2),
        };

        var etag = await Stores.Users.SaveAsync(user, null);
        var found = await Stores.Users.FindAsync(user.Id);

        Assert.Equivalent(user, found!.Value, strict: true);
        Assert.Equal(etag, found.ETag);
        Assert.Null(await Stores.Users.FindAsync(NewUser()));
    }

    [Fact]
    public async Task Save_StateIsNotWhatTheETagMarks_IsAConflictAndChangesNothing()
    {
        var user = New();
        var first = await Stores.Users.SaveAsync(user, null);
        var second = await Stores.Users.SaveAsync(user with { Profile = new() { BirthYear = 1951 } }, first);

        await Assert.ThrowsAsync<ConflictException>(() => Stores.Users.SaveAsync(user with { Profile = new() { BirthYear = 1952 } }, null));
        await Assert.ThrowsAsync<ConflictException>(() => Stores.Users.SaveAsync(user with { Profile = new() { BirthYear = 1952 } }, first));
        var found = await Stores.Users.FindAsync(user.Id);

        Assert.Equal((1951, second), (found!.Value.Profile.BirthYear, found.ETag));
    }

    [Fact]
    public async Task Save_ManyAtOnce_OneWins()
    {
        var user = New();
        Assert.Equal(1, await Winners(Enumerable.Range(0, 8).Select<int, Func<Task>>(i => () => Stores.Users.SaveAsync(user with { Profile = new() { BirthYear = 1950 + i } }, null))));
        var etag = (await Stores.Users.FindAsync(user.Id))!.ETag;
        Assert.Equal(1, await Winners(Enumerable.Range(0, 8).Select<int, Func<Task>>(i => () => Stores.Users.SaveAsync(user with { Profile = new() { BirthYear = 1950 + i } }, etag))));
    }

    [Fact]
    public async Task Remove_Account_IsGoneAndItsETagIsStale()
    {
        var user = New();
        var etag = await Stores.Users.SaveAsync(user, null);

        Assert.True(await Stores.Users.RemoveAsync(user.Id));
        Assert.False(await Stores.Users.RemoveAsync(user.Id));
        Assert.Null(await Stores.Users.FindAsync(user.Id));
        await Assert.ThrowsAsync<ConflictException>(() => Stores.Users.SaveAsync(user, etag));
    }

    [Fact]
    public async Task Remove_StateIsNotWhatTheETagMarks_LeavesTheAccount()
    {
        var user = New();
        var first = await Stores.Users.SaveAsync(user, null);
        var second = await Stores.Users.SaveAsync(user with { Profile = new() { BirthYear = 1951 } }, first);

        Assert.False(await Stores.Users.RemoveAsync(user.Id, first));
        Assert.NotNull(await Stores.Users.FindAsync(user.Id));
        Assert.True(await Stores.Users.RemoveAsync(user.Id, second));
        Assert.Null(await Stores.Users.FindAsync(user.Id));
    }

    static User New() => new() { Id = NewUser(), LoginName = "Zoe", PasswordHash = "hash==", CreatedAt = Noon.AddTicks(1234567) };
}
