using System.Text.RegularExpressions;
using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>What azure.yaml names is there, in the shape that azd wants.</summary>
static partial class AzureYaml
{
    const string File = "azure.yaml";

    static readonly string[] s_keys = ["name", "resourceGroup", "metadata", "infra", "services", "resources", "pipeline", "hooks", "requiredVersions", "state", "platform", "workflows", "cloud"];

    [GeneratedRegex("\"(?<name>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)\"")]
    private static partial Regex Variables();

    [GeneratedRegex(@"^\$\{(?<name>[A-Z0-9_]+)(=(?<default>.*))?\}$")]
    private static partial Regex Placeholder();

    public static List<string> Problems(Repository repository)
    {
        try
        {
            var yaml = Root(repository);
            return
            [
                .. yaml.Keys.Except(s_keys).Select(static key => $"{File}: azd knows no '{key}'"),
                .. Services(repository).SelectMany(service => OfService(repository, service.Key, (Dictionary<string, object>)service.Value)),
                .. Hooks(repository, (Dictionary<string, object>)yaml["hooks"]),
                .. Order(yaml),
                .. Pipeline(repository, yaml),
                .. Parameters(repository),
                .. Template(repository, yaml),
            ];
        }
        catch (BicepException error)
        {
            return [$"{File}: {error.Message}"];
        }
    }

    public static Dictionary<string, object> Services(Repository repository) => (Dictionary<string, object>)Root(repository)["services"];

    /// <summary>The variables that parameters are filled with, and their defaults.</summary>
    public static Dictionary<string, (string Parameter, string? Default)> ParameterVariables(Repository repository)
    {
        using var json = System.Text.Json.JsonDocument.Parse(repository.Files["infra/main.parameters.json"]);
        return json.RootElement.GetProperty("parameters").EnumerateObject()
            .Select(static one => (one.Name, Match: Placeholder().Match(one.Value.GetProperty("value").GetString() ?? "")))
            .ToDictionary(static one => one.Match.Groups["name"].Value, static one => (one.Name, one.Match.Groups["default"] is { Success: true, Value: var value } ? value : null));
    }

    static Dictionary<string, object> Root(Repository repository) =>
        repository.Files.TryGetValue(File, out var text) ? (Dictionary<string, object>)Yaml.Read(text) : throw new BicepException("it is not there");

    static IEnumerable<string> OfService(Repository repository, string name, Dictionary<string, object> service)
    {
        var folder = ((string)service["project"]).TrimStart('.', '/') + "/";
        var host = (string)service["host"];
        if (host is not "function" and not "staticwebapp") yield return $"{File}: {name} is hosted on '{host}'";
        if (!Directory.Exists(Path.Combine(Repository.Folder, folder)))
        {
            yield return $"{File}: {name} is at {folder}, where there is nothing";
            yield break;
        }

        var projects = repository.Below(folder, "proj").Count(file => !file.Key[folder.Length..].Contains('/', StringComparison.Ordinal));
        if (host == "function" && projects != 1) yield return $"{File}: {name} must have one project in {folder}, not {projects}";
        if (host == "function" && !repository.Files.ContainsKey(folder + "host.json")) yield return $"{File}: {name} has no host.json";
        if (host == "staticwebapp" && !repository.Files.ContainsKey(folder + "package.json")) yield return $"{File}: {name} has no package.json";
        if (host == "staticwebapp" && (!service.TryGetValue("dist", out var dist) || dist is not string { Length: > 0 })) yield return $"{File}: {name} does not say where it is built to (dist)";
    }

    static IEnumerable<string> Hooks(Repository repository, Dictionary<string, object> hooks)
    {
        var outputs = repository.Main.Outputs.Select(static one => one.Name).ToHashSet();
        foreach (var (name, hook) in hooks)
        {
            var run = (string)((Dictionary<string, object>)hook)["run"];
            if (!repository.Files.TryGetValue(run, out var code)) yield return $"{File}: the hook {name} is at {run}, where there is none";
            else
            {
                foreach (var variable in code.Split('\n').Where(static line => line.Contains("Environment", StringComparison.Ordinal) || line.Contains("Of(\"", StringComparison.Ordinal) || line.Contains("(\"", StringComparison.Ordinal))
                    .SelectMany(static line => Variables().Matches(line)).Select(static one => one.Groups["name"].Value).Distinct()
                    .Where(one => !outputs.Contains(one) && !Settings.Set(repository).Any(setting => setting.Split("__")[0] == one)))
                    yield return $"{run}: {variable} is no output of main.bicep";
            }
        }

        foreach (var stray in repository.Below("infra/hooks/", ".cs").Where(file => !hooks.Values.Any(hook => (string)((Dictionary<string, object>)hook)["run"] == file.Key)))
            yield return $"{stray.Key}: no hook runs it";
    }

    // Without this azd packages first, and the site would be built for an address that nobody knows yet.
    static IEnumerable<string> Order(Dictionary<string, object> yaml)
    {
        var up = (Dictionary<string, object>)((Dictionary<string, object>)yaml["workflows"])["up"];
        var steps = ((List<object>)up["steps"]).Select(static step => (string)((Dictionary<string, object>)step)["azd"]);
        if (!steps.SequenceEqual(["provision", "deploy --all"])) yield return $"{File}: azd up must provision, then deploy: what is packaged before is built for no address";
    }

    static IEnumerable<string> Pipeline(Repository repository, Dictionary<string, object> yaml)
    {
        var known = ParameterVariables(repository).Keys;
        var variables = ((List<object>)((Dictionary<string, object>)yaml["pipeline"])["variables"]).Cast<string>();
        return variables.Except(known).Select(static one => $"{File}: the pipeline's {one} is no parameter");
    }

    static IEnumerable<string> Parameters(Repository repository)
    {
        var declared = repository.Main.Parameters.ToDictionary(static one => one.Name);
        var given = ParameterVariables(repository);
        foreach (var (variable, (name, value)) in given)
        {
            if (!declared.TryGetValue(name, out var parameter))
            {
                yield return $"main.parameters.json: main.bicep has no parameter {name}";
                continue;
            }

            // What is said in two places must be the same.
            var own = parameter.Value switch { Text text => text.Plain, Number number => number.Value.ToString(), Word word => word.Value, _ => null };
            if (own is not null && (value ?? "") != own) yield return $"main.parameters.json: {variable} is '{value}' by default, and {name} of main.bicep is '{own}'";
            var allowed = parameter.Decorator("allowed") is [Items items] ? items.Values.Select(static one => one.Text() ?? one.Integer()?.ToString()).ToList() : null;
            if (allowed is not null && value is not null && !allowed.Contains(value)) yield return $"main.parameters.json: {variable} must not be '{value}'";
        }

        foreach (var missing in declared.Values.Where(one => !given.Values.Any(two => two.Parameter == one.Name)))
            yield return $"main.parameters.json: {missing.Name} is missing, so that nobody can set it";
    }

    static IEnumerable<string> Template(Repository repository, Dictionary<string, object> yaml)
    {
        if (((Dictionary<string, object>)yaml["requiredVersions"]).GetValueOrDefault("azd") is not ">= 1.24.0") yield return $"{File}: hooks in C# need azd 1.24.0";
        if (!repository.Files[File].StartsWith("# yaml-language-server: $schema=", StringComparison.Ordinal)) yield return $"{File}: its first line must name its schema";
        var infra = (Dictionary<string, object>)yaml["infra"];
        if (!repository.Files.ContainsKey($"{infra["path"]}/{infra["module"]}.bicep")) yield return $"{File}: there is no {infra["path"]}/{infra["module"]}.bicep";
    }
}
