using System.Text.RegularExpressions;

namespace Matinee.Infra.Tests.Rules;

/// <summary>What triggers name is there: settings, containers, the connection.</summary>
static partial class Triggers
{
    [GeneratedRegex(@"\[(Timer|CosmosDB)Trigger\((?<arguments>[^\]]*)\)\]", RegexOptions.Singleline)]
    private static partial Regex Attributes();

    [GeneratedRegex("%(?<name>[A-Za-z0-9_]+)%")]
    private static partial Regex Placeholders();

    [GeneratedRegex("(?<name>Connection|LeaseContainerName|LeaseContainerPrefix) = \"(?<value>[^\"]+)\"")]
    private static partial Regex Named();

    public static List<string> Problems(Repository repository)
    {
        var set = Settings.Set(repository);
        var problems = new List<string>();
        var (timers, feeds) = (0, 0);
        foreach (var (path, text) in repository.Below("functions/Api/", ".cs"))
        {
            foreach (Match trigger in Attributes().Matches(text))
            {
                var arguments = trigger.Groups["arguments"].Value;
                foreach (Match name in Placeholders().Matches(arguments))
                {
                    if (!set.Contains(name.Groups["name"].Value)) problems.Add($"{path}: a trigger needs {name.Groups["name"].Value}, which is not set");
                }

                if (arguments.Contains("RunOnStartup = true", StringComparison.Ordinal)) problems.Add($"{path}: it would run whenever an instance starts");
                if (trigger.Value.StartsWith("[Timer", StringComparison.Ordinal)) timers++;
                else problems.AddRange(OfFeed(repository, path, arguments, set, ++feeds));
            }
        }

        if (timers == 0) problems.Add("functions/Api has no timer");
        if (feeds == 0) problems.Add("functions/Api has no change feed");
        return problems;
    }

    static IEnumerable<string> OfFeed(Repository repository, string path, string arguments, IReadOnlyList<string> set, int number)
    {
        var named = Named().Matches(arguments).ToDictionary(static one => one.Groups["name"].Value, static one => one.Groups["value"].Value);
        var containers = Containers.Names(repository);
        var connection = named.GetValueOrDefault("Connection") ?? "";
        // A user-assigned identity takes all three.
        foreach (var part in (string[])["accountEndpoint", "credential", "clientId"])
        {
            if (!set.Contains($"{connection}__{part}")) yield return $"{path}: the connection {connection} has no {part}";
        }

        if (!containers.Contains(named.GetValueOrDefault("LeaseContainerName") ?? "")) yield return $"{path}: the leases' container is not declared";
        if (!named.ContainsKey("LeaseContainerPrefix")) yield return $"{path}: its leases have no prefix of their own";
        if (arguments.Split(',').Select(static one => one.Trim().Trim('"')).ElementAtOrDefault(1) is not { } watched || !containers.Contains(watched))
            yield return $"{path}: the container that feed {number} watches is not declared";
        if (arguments.Contains("CreateLeaseContainerIfNotExists", StringComparison.Ordinal)) yield return $"{path}: an identity may create no container: the app would not start";
        // An app that has slept misses its first change otherwise.
        if (!arguments.Contains("StartFromBeginning = true", StringComparison.Ordinal)) yield return $"{path}: it does not start from the beginning";
    }
}
