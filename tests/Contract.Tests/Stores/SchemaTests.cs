using Matinee.Azure.Cosmos;

namespace Matinee.Contract.Tests.Stores;

public sealed class SchemaTests(StoresInProcess fixture) : IClassFixture<StoresInProcess>
{
    [Fact]
    public async Task Create_EveryContainer_IsAsPlanned()
    {
        await CosmosSchema.CreateAsync(fixture.Stores.Client); // again: nothing to do

        foreach (var plan in CosmosContainers.All)
        {
            var container = (await fixture.Stores.Database.GetContainer(plan.Name).ReadContainerAsync()).Resource;
            Assert.Equal((plan.PartitionKey, plan.DefaultTtl), (container.PartitionKeyPath, container.DefaultTimeToLive));
            Assert.Equal(plan.Indexed.Select(path => path + "/?"), container.IndexingPolicy.IncludedPaths.Select(path => path.Path));
            Assert.Equal(plan.Sorted, container.IndexingPolicy.CompositeIndexes.Select(pair => (pair[0].Path, pair[1].Path)));
            Assert.Contains("/*", container.IndexingPolicy.ExcludedPaths.Select(path => path.Path));
        }
    }

    [Fact]
    public void Poison_IsKept_ForAMonth() => Assert.Equal(30 * 86_400, CosmosContainers.Poison.DefaultTtl);

    [Fact]
    public void All_Containers_AreThoseOfTheDesign() =>
        Assert.Equal(
            ["movies/id", "users/id", "logins/id", "sessions/userId", "ratings/userId", "shelf/userId", "reviews/movieId", "movie_hot/window", "leases/id", "poison/id"],
            CosmosContainers.All.Select(plan => plan.Name + plan.PartitionKey));

    [Fact]
    public void All_SortedPaths_AreIndexed()
    {
        foreach (var plan in CosmosContainers.All)
        {
            foreach (var (first, second) in plan.Sorted) Assert.Subset(plan.Indexed.ToHashSet(), new HashSet<string> { first, second });
        }
    }
}
