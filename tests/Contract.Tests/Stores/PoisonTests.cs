using Matinee.Core.Ratings;

namespace Matinee.Contract.Tests.Stores;

public sealed class PoisonTestsInProcess(StoresInProcess stores) : PoisonTests(stores), IClassFixture<StoresInProcess>;

public sealed class PoisonTestsOverHttp(StoresOverHttp stores) : PoisonTests(stores), IClassFixture<StoresOverHttp>;

public sealed class PoisonTestsOnAccount(StoresOnAccount stores) : PoisonTests(stores), IClassFixture<StoresOnAccount>;

public abstract class PoisonTests(StoresFixture fixture) : StoreTests(fixture)
{
    [Fact]
    public async Task Latest_AfterRepeats_ShowsEachOnce()
    {
        var prefix = NewUser();
        var documents = Enumerable.Range(0, 5).Select(i => new PoisonDocument($"{prefix}-{i}", "it is no rating", "{\"a\":\"ü\"}", Noon.AddMinutes(i))).ToList();
        foreach (var document in documents.Concat(documents)) await Stores.Poison.SaveAsync(document);

        var latest = await Stores.Poison.LatestAsync(100);

        Assert.Equal(documents.AsEnumerable().Reverse(), latest.Where(document => document.Id.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.Equal(2, (await Stores.Poison.LatestAsync(2)).Count);
    }
}
