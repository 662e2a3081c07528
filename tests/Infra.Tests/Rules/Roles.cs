using System.Text.RegularExpressions;
using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>Who may do what, by the ids that Azure documents.</summary>
static partial class Roles
{
    // learn.microsoft.com/azure/role-based-access-control/built-in-roles, and for the last one
    // learn.microsoft.com/azure/cosmos-db/nosql/reference-data-plane-security.
    static readonly Dictionary<string, string> s_documented = new()
    {
        ["Storage Blob Data Owner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["Storage Blob Data Contributor"] = "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        ["Monitoring Metrics Publisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["AcrPull"] = "7f951dda-4ed3-4680-a7ca-43fe172d538d",
        ["Cosmos DB Built-in Data Contributor"] = "00000000-0000-0000-0000-000000000002",
    };

    // What each identity has: more than this is too much, less does not work.
    static readonly string[] s_granted =
    [
        "infra/modules/roles.bicep: appPrincipalId has Storage Blob Data Owner on storage",
        "infra/modules/roles.bicep: appPrincipalId has Monitoring Metrics Publisher on insights",
        "infra/modules/roles.bicep: appPrincipalId has Cosmos DB Built-in Data Contributor on cosmos",
        "infra/modules/roles.bicep: operatorPrincipalId has Storage Blob Data Contributor on storage",
        "infra/modules/roles.bicep: operatorPrincipalId has Cosmos DB Built-in Data Contributor on cosmos",
        "infra/modules/training-job.bicep: identityPrincipalId has AcrPull on registry",
    ];

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Guids();

    public static List<string> Problems(Repository repository) =>
        [.. Ids(repository), .. Comments(repository), .. Granted(repository), .. repository.Bicep.Values.SelectMany(Assignments)];

    static IEnumerable<string> Ids(Repository repository) =>
        from file in repository.Below("infra/", ".bicep")
        from Match guid in Guids().Matches(file.Value)
        where !s_documented.ContainsValue(guid.Value)
        select $"{file.Key}: {guid.Value} is the id of no role that is documented here";

    // The comment above an id says what Azure calls it, so that who reads the file need not look it up.
    static IEnumerable<string> Comments(Repository repository)
    {
        foreach (var (path, text) in repository.Below("infra/", ".bicep"))
        {
            var lines = text.Split('\n');
            foreach (var (i, line) in lines.Index().Where(static line => Guids().IsMatch(line.Item)))
            {
                var first = i - 1;
                while (first > 0 && lines[first - 1].StartsWith("//", StringComparison.Ordinal)) first--;
                var said = s_documented.Keys.FirstOrDefault(name => lines[Math.Max(first, 0)].StartsWith($"// {name}:", StringComparison.Ordinal));
                var id = Guids().Match(line).Value;
                if (said is null) yield return $"{path}: nothing above {id} says which role it is";
                else if (s_documented[said] != id) yield return $"{path}: {said} is {s_documented[said]}, not {id}";
            }
        }
    }

    static IEnumerable<string> Granted(Repository repository)
    {
        var found = (
            from file in repository.Bicep.Values
            from resource in file.Resources.Where(static one => !one.IsExisting && IsAssignment(one))
            let body = resource.Body
            let role = body.Find("properties", "roleDefinitionId")!.All().OfType<Name>().Select(name => file[name.Value]?.Value.Text()).FirstOrDefault(static id => id is not null)
            let name = s_documented.FirstOrDefault(one => one.Value == role).Key
            let scope = (body["scope"] ?? body["parent"])?.Root()
            select $"{file.Path}: {body.Find("properties", "principalId")?.Root()} has {name} on {scope}").ToList();
        return [
            .. found.Except(s_granted).Select(static one => $"{one}, which it need not"),
            .. s_granted.Except(found).Select(static one => $"{one}: that is missing"),
        ];
    }

    static IEnumerable<string> Assignments(BicepFile file)
    {
        foreach (var resource in file.Resources.Where(IsAssignment))
        {
            // Without it a new identity is looked up before the directory knows it, and the deployment fails.
            if (resource.Type.StartsWith("Microsoft.Authorization/", StringComparison.Ordinal) && resource.Body.Find("properties", "principalType") is null)
                yield return $"{file.Path}: {resource.Name} does not say what its principal is (principalType)";
            if (resource.Body["name"] is not Call { FunctionName: "guid", Arguments.Count: 3 })
                yield return $"{file.Path}: the name of {resource.Name} must be guid(scope, principal, role): the same every time, and of one alone";
        }
    }

    static bool IsAssignment(Declaration resource) => resource.Type.Contains("oleAssignments@", StringComparison.Ordinal);
}
