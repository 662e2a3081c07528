using System.Text.RegularExpressions;
using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>No key is asked for, kept or accepted anywhere.</summary>
static partial class Secrets
{
    // Who has to refuse keys, and by which property.
    static readonly (string Type, string[] Path, string Value)[] s_refusals =
    [
        ("Microsoft.DocumentDB/databaseAccounts", ["properties", "disableLocalAuth"], "true"),
        ("Microsoft.Storage/storageAccounts", ["properties", "allowSharedKeyAccess"], "false"),
        ("Microsoft.Storage/storageAccounts", ["properties", "allowBlobPublicAccess"], "false"),
        ("Microsoft.Insights/components", ["properties", "DisableLocalAuth"], "true"),
        ("Microsoft.OperationalInsights/workspaces", ["properties", "features", "disableLocalAuth"], "true"),
        ("Microsoft.ContainerRegistry/registries", ["properties", "adminUserEnabled"], "false"),
        ("Microsoft.Web/sites/basicPublishingCredentialsPolicies", ["properties", "allow"], "false"),
        ("Microsoft.Web/sites", ["properties", "siteConfig", "cors", "supportCredentials"], "false"),
    ];

    [GeneratedRegex(
        @"\blist(Keys|Secrets|AccountSas|ServiceSas|ConnectionStrings|Credentials|PublishingCredentials|\w*Keys)\b|AccountKey\s*=|SharedAccess(Key|Signature)|\bsig=|[pP]rimary(Shared)?Key|[sS]econdary(Shared)?Key|primaryMasterKey|InstrumentationKey\s*[:=]|[?&]code=|password\s*[:=]\s*\S|secrets\.[A-Z]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    // The length of a Cosmos DB or storage key in base64.
    [GeneratedRegex("[A-Za-z0-9+/]{86}==")]
    private static partial Regex LongKeys();

    public static List<string> Problems(Repository repository) =>
    [
        .. from file in repository.Below("infra/", "").Concat(repository.Below(".github/workflows/", "")).Concat(repository.Below("azure.yaml", "")).Concat(repository.Below("local.settings", ""))
           where !file.Key.EndsWith(".md", StringComparison.Ordinal)
           from Match key in Keys().Matches(file.Value).Concat(LongKeys().Matches(file.Value))
           select $"{file.Key}: '{key.Value}' is, or asks for, a key",
        .. s_refusals.SelectMany(refusal => NotRefused(repository, refusal.Type, refusal.Path, refusal.Value)),
    ];

    static IEnumerable<string> NotRefused(Repository repository, string type, string[] path, string value)
    {
        var found = repository.Bicep.Values.SelectMany(file => file.Resources.Where(one => !one.IsExisting && one.Type.StartsWith(type + "@", StringComparison.Ordinal)).Select(one => (file, one))).ToList();
        if (found.Count == 0) yield return $"there is no {type}";
        foreach (var (file, one) in found)
        {
            if (((Expression)one.Body).Find(path) is not Word word || word.Value != value)
                yield return $"{file.Path}: {one.Name} accepts keys: {string.Join('.', path)} must be {value}";
        }
    }
}
