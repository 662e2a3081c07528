using System.Text.RegularExpressions;
using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>Workflows can be read, run what is there, with no rights but those they name, and actions that nobody can change under them.</summary>
static partial class Workflows
{
    const string Folder = ".github/workflows/";

    [GeneratedRegex(@"^\s*-? ?uses: (?<action>\S+)(?<rest>.*)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex("^[A-Za-z0-9-]+/[A-Za-z0-9-/]+@[0-9a-f]{40}$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"vars\.(?<name>[A-Z0-9_]+)")]
    private static partial Regex Vars();

    public static List<string> Problems(Repository repository)
    {
        var problems = new List<string>();
        foreach (var (path, text) in repository.Below(Folder, "ml"))
        {
            try
            {
                var workflow = (Dictionary<string, object>)Yaml.Read(text);
                problems.AddRange(OfWorkflow(workflow).Select(problem => $"{path}: {problem}"));
            }
            catch (BicepException error)
            {
                problems.Add($"{path}: {error.Message}");
            }

            foreach (Match use in Uses().Matches(text))
            {
                if (!Pinned().IsMatch(use.Groups["action"].Value)) problems.Add($"{path}: {use.Groups["action"].Value} is not pinned by its commit");
                else if (!use.Groups["rest"].Value.Contains("# v", StringComparison.Ordinal)) problems.Add($"{path}: {use.Groups["action"].Value} does not say which version that is");
            }
        }

        problems.AddRange(Ci(repository));
        problems.AddRange(Deployment(repository));
        foreach (var (path, text) in repository.Below(".github/ISSUE_TEMPLATE/", ".yml"))
        {
            try
            {
                Yaml.Read(text);
            }
            catch (BicepException error)
            {
                problems.Add($"{path}: {error.Message}");
            }
        }

        return problems;
    }

    static IEnumerable<string> OfWorkflow(Dictionary<string, object> workflow)
    {
        foreach (var key in (string[])["name", "on", "jobs"])
        {
            if (!workflow.ContainsKey(key)) yield return $"it has no '{key}'";
        }

        if (workflow.GetValueOrDefault("permissions") is not Dictionary<string, object> { Count: 0 }) yield return "it must begin with no rights at all (permissions: {})";
        foreach (var (name, value) in workflow.GetValueOrDefault("jobs") as Dictionary<string, object> ?? [])
        {
            var job = (Dictionary<string, object>)value;
            if (job.GetValueOrDefault("permissions") is not Dictionary<string, object> { Count: > 0 }) yield return $"the job {name} does not say which rights it has";
            if (!job.ContainsKey("timeout-minutes")) yield return $"the job {name} has no time limit";
            if (!job.ContainsKey("runs-on")) yield return $"the job {name} runs on nothing";
        }
    }

    static IEnumerable<string> Ci(Repository repository)
    {
        if (!repository.Files.TryGetValue(Folder + "ci.yml", out var ci)) yield return "there is no ci.yml";
        else if (!ci.Contains("run: tests/run\n", StringComparison.Ordinal)) yield return "ci.yml does not run tests/run";
        if (!repository.Files.ContainsKey("tests/run")) yield return "tests/run is not there";
    }

    // What the pipeline can be told is what the template has parameters for; and all that azure.yaml hands over arrives.
    static IEnumerable<string> Deployment(Repository repository)
    {
        if (!repository.Files.TryGetValue(Folder + "azure-dev.yml", out var text)) return ["there is no azure-dev.yml"];
        string[] ofAzd = ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_SUBSCRIPTION_ID", "AZURE_ENV_NAME", "AZURE_LOCATION"];
        var job = (Dictionary<string, object>)((Dictionary<string, object>)((Dictionary<string, object>)Yaml.Read(text))["jobs"])["deploy"];
        var environment = (Dictionary<string, object>)job["env"];
        var parameters = AzureYaml.ParameterVariables(repository);
        var pipeline = (Dictionary<string, object>)((Dictionary<string, object>)Yaml.Read(repository.Files["azure.yaml"]))["pipeline"];
        return
        [
            .. environment.Keys.Except(ofAzd).Except(parameters.Keys).Select(static one => $"azure-dev.yml: {one} is no parameter"),
            .. ((List<object>)pipeline["variables"]).Cast<string>().Except(environment.Keys).Select(static one => $"azure-dev.yml: {one}, which azure.yaml hands over, is not taken"),
            .. Vars().Matches(text).Select(static one => one.Groups["name"].Value).Except(environment.Keys).Select(static one => $"azure-dev.yml: {one} is asked for and not handed on"),
            // An empty variable takes the place of a default.
            .. environment.Where(one => parameters.TryGetValue(one.Key, out var parameter) && parameter.Default is { Length: > 0 } value && one.Key != "AZURE_PRINCIPAL_TYPE" && one.Value is string said && !said.Contains($"|| '{value}'", StringComparison.Ordinal))
                .Select(static one => $"azure-dev.yml: {one.Key} has not the default of main.parameters.json"),
        ];
    }
}
