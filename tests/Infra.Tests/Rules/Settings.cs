using System.Text.Json;
using System.Text.RegularExpressions;
using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>Every setting that the code reads is set, and every setting that is set is read.</summary>
static partial class Settings
{
    const string Sample = "local.settings.sample.json";

    static readonly string[] s_code = ["functions/Api/", "functions/Azure/", "functions/Core/", "functions/MlNet/"];

    // Set for the functions host, which reads them itself.
    static readonly Dictionary<string, string> s_ofTheHost = new()
    {
        ["AzureWebJobsStorage__blobServiceUri"] = "where the host keeps timers' locks, leases and keys",
        ["AzureWebJobsStorage__credential"] = "by an identity",
        ["AzureWebJobsStorage__clientId"] = "by which one",
    };

    // What only a machine without Azure has.
    static readonly Dictionary<string, string> s_ofLocal = new()
    {
        ["AzureWebJobsStorage"] = "the storage emulator",
        ["FUNCTIONS_WORKER_RUNTIME"] = "in Azure functionAppConfig.runtime says it",
    };

    // Read, and not set on purpose.
    static readonly Dictionary<string, string> s_notSet = new()
    {
        ["WEBSITE_SITE_NAME"] = "the platform sets it",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "Azure Monitor is where telemetry goes; another collector is an operator's own choice",
        ["OTEL_SERVICE_NAME"] = "the name of the site, unless an operator wants another",
    };

    // Read by libraries.
    static readonly Dictionary<string, string> s_ofLibraries = new()
    {
        ["AZURE_CLIENT_ID"] = "Azure.Identity",
    };

    [GeneratedRegex("\"%?(?<name>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(__[a-zA-Z]+)?)%?\"")]
    private static partial Regex Literals();

    public static List<string> Problems(Repository repository)
    {
        var set = Set(repository);
        var read = Read(repository);
        return
        [
            .. read.Where(name => !IsSet(name, set) && !s_notSet.ContainsKey(name)).Select(static name => $"the code reads {name}, which is not set"),
            .. set.Where(name => !IsRead(name, repository, read)).Select(static name => $"{name} is set, and nothing reads it"),
            .. Job(repository, read),
            .. SampleProblems(repository, set, read),
        ];
    }

    /// <summary>The names of the function app's settings.</summary>
    public static IReadOnlyList<string> Set(Repository repository) =>
        [.. ((Properties)((Expression)repository.Main["api"]!.Body).Find("params", "settings")!).Pairs.Select(static pair => pair.Key)];

    static HashSet<string> Read(Repository repository) =>
        [.. s_code.SelectMany(folder => repository.Below(folder, ".cs")).SelectMany(static file => Literals().Matches(file.Value)).Select(static match => match.Groups["name"].Value)];

    // A connection is set by its parts.
    static bool IsSet(string name, IReadOnlyList<string> set) => set.Any(one => one == name || one.StartsWith(name + "__", StringComparison.Ordinal));

    static bool IsRead(string name, Repository repository, HashSet<string> read)
    {
        if (s_ofTheHost.ContainsKey(name) || s_ofLibraries.ContainsKey(name) || read.Contains(name)) return true;
        return name.Split("__") is [var connection, var part] && read.Contains(connection)
            && s_code.SelectMany(folder => repository.Below(folder, ".cs")).Any(file => file.Value.Contains($"\"{part}\"", StringComparison.Ordinal) || file.Value.Contains($"{connection}:{part}\"", StringComparison.Ordinal) || file.Value.Contains($":{part}\"", StringComparison.Ordinal));
    }

    // The job runs the same code by its command line.
    static IEnumerable<string> Job(Repository repository, HashSet<string> read) =>
        from resource in repository.Bicep["infra/modules/training-job.bicep"].Resources
        where resource.Type.StartsWith("Microsoft.App/jobs@", StringComparison.Ordinal)
        from one in resource.Body.All().OfType<Properties>()
        where one["env"] is Items
        from variable in ((Items)one["env"]!).Values
        let name = variable.Find("name").Text()
        where !read.Contains(name!) && !s_ofLibraries.ContainsKey(name!)
        select $"the training job sets {name}, and nothing reads it";

    static IEnumerable<string> SampleProblems(Repository repository, IReadOnlyList<string> set, HashSet<string> read)
    {
        if (!repository.Files.TryGetValue(Sample, out var text))
        {
            yield return $"{Sample} is not there";
            yield break;
        }

        using var sample = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip });
        if (sample.RootElement.GetProperty("IsEncrypted").ValueKind is not JsonValueKind.False) yield return $"{Sample}: IsEncrypted must be false, and no text";
        var values = sample.RootElement.GetProperty("Values").EnumerateObject().Select(static one => one.Name).ToList();
        foreach (var name in values.Where(name => !s_ofLocal.ContainsKey(name) && !IsRead(name, repository, read)))
            yield return $"{Sample}: nothing reads {name}";
        // Identities are of Azure; here, whoever is signed in is asked for.
        var needed = set.Select(static name => name.Split("__")[0]).Concat(read).Where(static name => !s_ofLibraries.ContainsKey(name) && !s_notSet.ContainsKey(name)).ToHashSet();
        foreach (var name in needed.Where(name => !values.Exists(one => one.Split("__")[0] == name || name.StartsWith(one + "__", StringComparison.Ordinal))))
            yield return $"{Sample}: {name} is missing";
    }
}
