using Matinee.Azure.Cosmos;
using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>What Cosmos DB is told to have is what the code has: names, keys, times to live and indexes.</summary>
static class Containers
{
    const string ListFile = "infra/modules/cosmos.bicep";
    const string ContainerFile = "infra/modules/cosmos-container.bicep";

    public static List<string> Problems(Repository repository)
    {
        var declared = Declared(repository);
        var problems = new List<string>();
        problems.AddRange(CosmosContainers.All.Where(plan => !declared.Any(one => one.Name == plan.Name)).Select(static plan => $"the container {plan.Name} is not declared"));
        foreach (var one in declared)
        {
            if (CosmosContainers.All.FirstOrDefault(plan => plan.Name == one.Name) is not { } plan)
            {
                problems.Add($"the container {one.Name} is declared, but no code has it");
                continue;
            }

            Compare("partition key", plan.PartitionKey, one.PartitionKey);
            Compare("time to live", plan.DefaultTtl?.ToString() ?? "none", one.DefaultTtl == 0 ? "none" : one.DefaultTtl.ToString());
            Compare("indexed paths", string.Join(' ', plan.Indexed.Order()), string.Join(' ', one.Indexed.Order()));
            Compare("composite indexes", string.Join(' ', plan.Sorted.Select(static pair => $"{pair.First}+{pair.Second}").Order()), string.Join(' ', one.Sorted.Order()));

            void Compare(string what, string code, string bicep)
            {
                if (code != bicep) problems.Add($"{one.Name}: the {what} is '{code}' in the code and '{bicep}' in {ListFile}");
            }
        }

        problems.AddRange(Shape(repository));
        return problems;
    }

    /// <summary>The names of the containers that are declared.</summary>
    public static IReadOnlyList<string> Names(Repository repository) => [.. Declared(repository).Select(static one => one.Name)];

    static List<DeclaredContainer> Declared(Repository repository) =>
        [.. ((Items)repository.Bicep[ListFile]["containers"]!.Value!).Values.Select(static one => new DeclaredContainer(
            one.Find("name").Text()!,
            one.Find("partitionKey").Text()!,
            one.Find("defaultTtl").Integer()!.Value,
            one.Find("indexed").Texts()!,
            [.. ((Items)one.Find("sorted")!).Values.Select(static pair => string.Join('+', pair.Texts()!))]))];

    // That the list's figures arrive where they belong; what Cosmos DB makes of them only Azure can tell.
    static IEnumerable<string> Shape(Repository repository)
    {
        var file = repository.Bicep[ContainerFile];
        var resource = (Call)file["container"]!.Body.Find("properties", "resource")!;
        var policy = resource.Arguments[0].Find("indexingPolicy");
        if (((Items)policy.Find("excludedPaths")!).Values.Single().Find("path").Text() != "/*") yield return $"{ContainerFile}: not everything else is excluded from the index";
        if (policy.Find("indexingMode").Text() != "consistent") yield return $"{ContainerFile}: times to live need a consistent index";
        if (policy.Find("includedPaths") is not Name { Value: "includedPaths" }) yield return $"{ContainerFile}: the indexed paths do not arrive";
        if (policy.Find("compositeIndexes") is not Name { Value: "compositeIndexes" }) yield return $"{ContainerFile}: the composite indexes do not arrive";
        if (resource.Arguments[0].Find("partitionKey", "kind").Text() != "Hash") yield return $"{ContainerFile}: one path is a Hash, not {resource.Arguments[0].Find("partitionKey", "kind").Text()}";
        var path = ((Loop)file["includedPaths"]!.Value!).Body.Find("path").Filled(static _ => "");
        if (path != "/?") yield return $"{ContainerFile}: an indexed path ends with '{path}', not with '/?'";
    }

    sealed record DeclaredContainer(string Name, string PartitionKey, long DefaultTtl, IReadOnlyList<string> Indexed, IReadOnlyList<string> Sorted);
}
