using System.Text.RegularExpressions;
using Matinee.Infra.Tests.Reading;

namespace Matinee.Infra.Tests.Rules;

/// <summary>Alerts look at what the code measures.</summary>
static partial class Alerts
{
    const string File = "infra/modules/alerts.bicep";

    static readonly string[] s_needed = ["feed-lag", "feed-failing", "training-failed", "model-age", "server-errors"];

    [GeneratedRegex("\"(?<name>matinee\\.[a-z.]+)\"")]
    private static partial Regex Metrics();

    [GeneratedRegex("OperationName == \"(?<name>\\w+)\"")]
    private static partial Regex Functions();

    [GeneratedRegex("Outcome == \"(?<name>\\w+)\"")]
    private static partial Regex Outcomes();

    public static List<string> Problems(Repository repository)
    {
        var file = repository.Bicep[File];
        var rules = ((Items)file["rules"]!.Value!).Values.Select(static one => (Name: one.Find("name").Text()!, Query: one.Find("query").Filled(static _ => "0")!)).ToList();
        var code = repository.Below("functions/", ".cs").Select(static one => one.Value).ToList();
        return
        [
            .. s_needed.Except(rules.Select(static one => one.Name)).Select(static name => $"{File}: there is no alert '{name}'"),
            .. Unknown(Metrics(), name => code.Exists(text => text.Contains($"\"{name}\"", StringComparison.Ordinal))).Select(static one => $"{one}, which no code measures"),
            .. Unknown(Functions(), name => code.Exists(text => text.Contains($"[Function(\"{name}\")", StringComparison.Ordinal))).Select(static one => $"{one}, which no function is called"),
            .. Unknown(Outcomes(), name => Regex.IsMatch(repository.Files["functions/Core/Training/Runs/RunOutcome.cs"], $@"^\s+{char.ToUpperInvariant(name[0]) + name[1..]},", RegexOptions.Multiline)).Select(static one => $"{one}, which no run ends with"),
            .. file.Resources.Any(static one => one.Body.All().Any(static part => part.Text() == "429")) ? [] : (string[])[$"{File}: nobody is told of throttling"],
        ];

        IEnumerable<string> Unknown(Regex pattern, Func<string, bool> isKnown) =>
            from rule in rules
            from Match match in pattern.Matches(rule.Query)
            let name = match.Groups["name"].Value
            where !isKnown(name)
            select $"{File}: {rule.Name} looks at {name}";
    }
}
