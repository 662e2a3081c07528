using System.Text.Json;
using System.Text.RegularExpressions;
using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>Names and tags as azd and Azure want them.</summary>
static partial class AzdNames
{
    // What uniqueString gives: thirteen small letters and digits.
    const string Token = "a1b2c3d4e5f6g";

    // learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
    static readonly Dictionary<string, string> s_rules = new()
    {
        ["appJobs"] = "^[a-z][a-z0-9-]{0,30}[a-z0-9]$",
        ["appManagedEnvironments"] = "^[A-Za-z0-9][A-Za-z0-9-]{0,58}[A-Za-z0-9]$",
        ["consumptionBudgets"] = "^[A-Za-z0-9_-]{1,63}$",
        ["containerRegistryRegistries"] = "^[A-Za-z0-9]{5,50}$",
        ["documentDBDatabaseAccounts"] = "^[a-z0-9][a-z0-9-]{1,42}[a-z0-9]$",
        ["insightsActionGroups"] = "^[^:<>+/&%\\\\?|]{1,260}$",
        ["insightsComponents"] = "^[^%&\\\\?/]{1,260}$",
        ["managedIdentityUserAssignedIdentities"] = "^[A-Za-z0-9][A-Za-z0-9_-]{2,127}$",
        ["networkPrivateEndpoints"] = "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9_]$",
        ["networkVirtualNetworks"] = "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9_]$",
        ["operationalInsightsWorkspaces"] = "^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$",
        ["storageStorageAccounts"] = "^[a-z0-9]{3,24}$",
        ["webServerFarms"] = "^[A-Za-z0-9-]{1,40}$",
        // Host ids are the first 32 letters of the name.
        ["webSitesFunctions"] = "^[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]$",
        ["webStaticSites"] = "^[A-Za-z0-9][A-Za-z0-9-]{0,38}[A-Za-z0-9]$",
        ["resourcesResourceGroups"] = "^[A-Za-z0-9._()-]{1,26}$",
    };

    [GeneratedRegex("^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$")]
    private static partial Regex BlobContainer();

    public static List<string> Problems(Repository repository) =>
        [.. Abbreviations(repository), .. Used(repository), .. EnvironmentTag(repository), .. ServiceTags(repository), .. Names(repository), .. BlobContainers(repository)];

    static Dictionary<string, string> AbbreviationsOf(Repository repository) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(repository.Files["infra/abbreviations.json"])!;

    static IEnumerable<string> Abbreviations(Repository repository)
    {
        foreach (var (kind, prefix) in AbbreviationsOf(repository))
        {
            if (!s_rules.TryGetValue(kind, out var rule)) yield return $"abbreviations.json: no rule of names is known for {kind}";
            else if (!Regex.IsMatch(prefix + Token, rule)) yield return $"abbreviations.json: '{prefix}{Token}' is no name that {kind} may have";
        }
    }

    static IEnumerable<string> Used(Repository repository)
    {
        var used = repository.Bicep.Values.SelectMany(static file => file.Declarations).SelectMany(static one => one.Value?.All() ?? [])
            .OfType<Member>().Where(static one => one.Of is Name { Value: "abbreviations" }).Select(static one => one.Value).ToHashSet();
        var there = AbbreviationsOf(repository).Keys;
        return [.. there.Except(used).Select(static one => $"abbreviations.json: {one} is used nowhere"), .. used.Except(there).Select(static one => $"abbreviations.json: {one} is missing")];
    }

    static IEnumerable<string> EnvironmentTag(Repository repository)
    {
        if ((repository.Main["tags"]?.Value as Properties)?["azd-env-name"] is not Name { Value: "environmentName" })
            yield return "main.bicep: tags must hold azd-env-name, the name of the environment";
        foreach (var (file, one) in repository.Bicep.Values.SelectMany(file => file.Modules.Concat(file == repository.Main ? file.Resources : []).Select(one => (file, one))))
        {
            var parameters = one.Kind == "module" ? one.Body["params"] as Properties : one.Body;
            var takesTags = one.Kind == "resource" || (repository.Bicep.TryGetValue(file.PathOf(one), out var target) && target["tags"] is { Kind: "param" });
            if (takesTags && parameters?["tags"]?.All().OfType<Name>().Any(static name => name.Value == "tags") != true)
                yield return $"{file.Path}: {one.Name} does not carry the tags of the environment";
        }

        foreach (var file in repository.Bicep.Values.Where(static file => file["tags"] is { Kind: "param" }))
        {
            foreach (var resource in file.Resources.Where(static one => !one.IsExisting && one.Body["location"] is not null && one.Body["tags"] is null))
                yield return $"{file.Path}: {resource.Name} has no tags";
        }
    }

    static IEnumerable<string> ServiceTags(Repository repository)
    {
        var tagged = repository.Main.Modules.SelectMany(static one => one.Body.All().OfType<Properties>()).Select(static one => one["azd-service-name"].Text()).OfType<string>().Order().ToList();
        var services = AzureYaml.Services(repository).Keys.Order().ToList();
        if (!tagged.SequenceEqual(services)) yield return $"azure.yaml has the services {string.Join(", ", services)}, and azd-service-name says {string.Join(", ", tagged)}";
    }

    static IEnumerable<string> Names(Repository repository)
    {
        // Two things of one kind must not get the same name.
        var names = repository.Main.Modules.SelectMany(static one => (one.Body["params"] as Properties)?.Pairs ?? [])
            .Where(static pair => pair.Key.EndsWith("ame", StringComparison.Ordinal) && pair.Value is Text { Holes.Count: > 0 })
            .Select(pair => pair.Value.Filled(hole => hole is Member { Of: Name { Value: "abbreviations" } } member ? AbbreviationsOf(repository).GetValueOrDefault(member.Value) : hole is Name { Value: "token" } ? Token : null));
        return names.OfType<string>().GroupBy(static name => name).Where(static group => group.Count() > 1).Select(static group => $"main.bicep: two resources are called {group.Key}");
    }

    static IEnumerable<string> BlobContainers(Repository repository)
    {
        var parameters = (Properties)repository.Main["storage"]!.Body["params"]!;
        foreach (var name in (string[])["packageContainer", "dataContainer"])
        {
            var value = parameters[name].Text() ?? "";
            if (!BlobContainer().IsMatch(value)) yield return $"main.bicep: '{value}' is no name that a blob container may have";
        }

        // The operator's commands work on the same container as the function app.
        var data = parameters["dataContainer"].Text();
        if (!repository.Below("functions/", ".cs").Any(file => Regex.IsMatch(file.Value, $"const string \\w*Container\\w* = \"{Regex.Escape(data ?? "")}\"")))
            yield return $"main.bicep: no code calls its container '{data}'";
    }
}
