using Matinee.Core.Accounts;

namespace Matinee.Contract.Tests.Stores;

public sealed class ConsentsTestsInProcess(StoresInProcess stores) : ConsentsTests(stores), IClassFixture<StoresInProcess>;

public sealed class ConsentsTestsOverHttp(StoresOverHttp stores) : ConsentsTests(stores), IClassFixture<StoresOverHttp>;

public sealed class ConsentsTestsOnAccount(StoresOnAccount stores) : ConsentsTests(stores), IClassFixture<StoresOnAccount>;

public abstract class ConsentsTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task Changes_FromTheBeginning_AreAllAccountsAsTheyAreNow()
    {
        var (changed, erased, silent) = (New(), New(), New());
        var etag = await Stores.Users.SaveAsync(changed with { Consents = [Yes(ConsentPurpose.RatingsForOthers)] }, null);
        await Stores.Users.SaveAsync(erased with { Consents = [Yes(ConsentPurpose.RatingsForOthers)] }, null);
        await Stores.Users.SaveAsync(silent, null);
        var no = new Consent(ConsentPurpose.RatingsForOthers, false, Noon, "2026-01");
        await Stores.Users.SaveAsync(
            changed with { Consents = [no, Yes(ConsentPurpose.ProfileForPortraits)], Profile = new() { BirthYear = 1980, Occupation = "nurse" } }, etag);
        await Stores.Users.RemoveAsync(erased.Id);

        var all = (await DrainAsync(null)).All.ToDictionary(account => account.UserId);

        Assert.False(all[changed.Id].Agrees(ConsentPurpose.RatingsForOthers));
        Assert.True(all[changed.Id].Agrees(ConsentPurpose.ProfileForPortraits));
        Assert.Equal((1980, "nurse"), (all[changed.Id].Profile.BirthYear, all[changed.Id].Profile.Occupation));
        Assert.False(all[silent.Id].Agrees(ConsentPurpose.RatingsForOthers));
        Assert.False(all.ContainsKey(erased.Id));
    }

    [Fact]
    public async Task Changes_SinceAContinuation_AreThoseThatChangedSince()
    {
        await Stores.Users.SaveAsync(New(), null);
        var (_, end) = await DrainAsync(null);
        Assert.Empty((await DrainAsync(end)).All);
        var user = New() with { Consents = [Yes(ConsentPurpose.RatingsForOthers)] };
        await Stores.Users.SaveAsync(user, null);

        var changed = Assert.Single((await DrainAsync(end)).All);

        Assert.Equal(user.Id, changed.UserId);
        Assert.True(changed.Agrees(ConsentPurpose.RatingsForOthers));
    }

    [Fact]
    public async Task Changes_MoreThanAPage_ComeEachOnce()
    {
        var ids = Enumerable.Range(0, 1100).Select(_ => NewUser()).ToHashSet();
        await Parallel.ForEachAsync(ids, async (id, stop) => await Stores.Users.SaveAsync(New() with { Id = id }, null, stop));

        var (all, _) = await DrainAsync(null);

        Assert.Equal(all.Count, all.Select(account => account.UserId).Distinct().Count());
        Assert.Subset(all.Select(account => account.UserId).ToHashSet(), ids);
    }

    async Task<(List<AccountConsents> All, string Continuation)> DrainAsync(string? since)
    {
        var all = new List<AccountConsents>();
        while (true)
        {
            var page = await Stores.Consents.ChangesAsync(since);
            all.AddRange(page.Items);
            since = page.Continuation;
            if (page.IsLast) return (all, since);
        }
    }

    static Consent Yes(ConsentPurpose purpose) => new(purpose, true, Noon, "2026-01");

    static User New() => new() { Id = NewUser(), LoginName = "Zoe", PasswordHash = "hash==", CreatedAt = Noon };
}
