using Matinee.Infra.Tests.Rules;

namespace Matinee.Infra.Tests;

public sealed class ContainersTests
{
    const string List = "infra/modules/cosmos.bicep";
    const string One = "infra/modules/cosmos-container.bicep";

    [Fact]
    public void Containers_AsTheyAre_AreThoseOfTheCode() => Assert.Empty(Containers.Problems(Repository.AsItIs));

    [Theory]
    [InlineData(List, "name: 'shelf'", "name: 'shelves'", "the container shelf is not declared")]
    [InlineData(List, "name: 'shelf'", "name: 'shelves'", "shelves is declared, but no code has it")]
    [InlineData(List, "name: 'reviews'\n    partitionKey: '/movieId'", "name: 'reviews'\n    partitionKey: '/userId'", "reviews: the partition key")]
    [InlineData(List, "partitionKey: '/userId'\n    defaultTtl: -1", "partitionKey: '/userId'\n    defaultTtl: 0", "sessions: the time to live")]
    [InlineData(List, "indexed: ['/at']", "indexed: []", "poison: the indexed paths")]
    [InlineData(List, "indexed: []", "indexed: ['/title']", "movies: the indexed paths")]
    [InlineData(List, "['/stars', '/movieId']]", "['/stars', '/userId']]", "ratings: the composite indexes")]
    [InlineData(One, "excludedPaths: [{ path: '/*' }]", "excludedPaths: [{ path: '/more/*' }]", "not everything else is excluded")]
    [InlineData(One, "includedPaths: includedPaths", "includedPaths: []", "the indexed paths do not arrive")]
    [InlineData(One, "compositeIndexes: compositeIndexes", "compositeIndexes: []", "the composite indexes do not arrive")]
    [InlineData(One, "path: '${path}/?'", "path: '${path}/*'", "ends with '/*'")]
    [InlineData(One, "kind: 'Hash'", "kind: 'MultiHash'", "one path is a Hash")]
    [InlineData(One, "indexingMode: 'consistent'", "indexingMode: 'none'", "consistent index")]
    public void Containers_Spoilt_AreFound(string path, string old, string replacement, string says) =>
        new Spoilt(path, old, replacement, says).MustBeFoundBy(Containers.Problems);
}
