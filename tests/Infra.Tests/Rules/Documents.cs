using System.Text.RegularExpressions;

namespace Matinee.Infra.Tests.Rules;

/// <summary>What the gallery of templates asks for, and what an operator must be able to look up.</summary>
static partial class Documents
{
    const string Runbook = "infra/README.md";

    static readonly string[] s_files =
    [
        "LICENSE", "README.md", Runbook, "infra/architecture.svg", ".github/CONTRIBUTING.md", ".github/SECURITY.md", ".github/CODE_OF_CONDUCT.md",
        ".github/ISSUE_TEMPLATE/bug.yml", ".github/ISSUE_TEMPLATE/idea.yml", ".devcontainer/devcontainer.json",
    ];

    static readonly string[] s_headings = ["Features", "Getting Started", "Prerequisites", "Quickstart", "Guidance", "Costs", "Security", "Resources"];
    static readonly string[] s_deeds = ["Deploy", "First import", "Retrain now", "Roll back", "Rotate", "Restore", "Delete a person", "Costs", "Limits", "The training job", "Past one machine"];

    [GeneratedRegex(@"\]\((?<path>[^)#:]+)(#[^)]*)?\)")]
    private static partial Regex Links();

    public static List<string> Problems(Repository repository) =>
        [.. s_files.Where(file => !repository.Files.ContainsKey(file)).Select(static file => $"{file} is not there"), .. OfReadme(repository), .. OfRunbook(repository), .. Dead(repository)];

    static IEnumerable<string> OfReadme(Repository repository)
    {
        if (!repository.Files.TryGetValue("README.md", out var text)) yield break;
        foreach (var heading in s_headings.Where(heading => !Has(text, heading))) yield return $"README.md has no heading '{heading}'";
        if (!text.Contains("This product uses the TMDB API but is not endorsed or certified by TMDB.", StringComparison.Ordinal)) yield return "README.md lacks the sentence that TMDB asks for";
        foreach (var command in (string[])["dotnet run --project functions/Local\n", "tests/run\n", "azd up\n"])
        {
            if (!text.Contains(command, StringComparison.Ordinal)) yield return $"README.md does not show {command.Trim()}";
        }

        if (repository.Files.TryGetValue("infra/architecture.svg", out var picture) && !picture.Contains("prefers-color-scheme: dark", StringComparison.Ordinal))
            yield return "infra/architecture.svg can't be read in a dark theme";
    }

    static IEnumerable<string> OfRunbook(Repository repository)
    {
        if (!repository.Files.TryGetValue(Runbook, out var text)) yield break;
        foreach (var deed in s_deeds.Where(deed => !Has(text, deed))) yield return $"{Runbook} has no heading '{deed}'";
        foreach (var variable in AzureYaml.ParameterVariables(repository).Keys.Where(one => !text.Contains($"`{one}`", StringComparison.Ordinal)))
            yield return $"{Runbook} does not say what {variable} is";
        foreach (var setting in Settings.Set(repository).Where(one => !text.Contains($"`{one}`", StringComparison.Ordinal)))
            yield return $"{Runbook} does not say what {setting} is";
    }

    // Only of what is loaded: other files' links are looked at on the disk.
    static IEnumerable<string> Dead(Repository repository) =>
        from file in repository.Files
        where file.Key.EndsWith(".md", StringComparison.Ordinal) && (file.Key is "README.md" or Runbook || file.Key.StartsWith(".github/", StringComparison.Ordinal))
        from Match link in Links().Matches(file.Value)
        let folder = Path.GetDirectoryName(file.Key) ?? ""
        let path = Path.GetFullPath(Path.Combine(Repository.Folder, folder, link.Groups["path"].Value))
        where !File.Exists(path) && !Directory.Exists(path)
        select $"{file.Key}: the link to {link.Groups["path"].Value} leads nowhere";

    static bool Has(string text, string heading) => text.Split('\n').Any(line => line.StartsWith('#') && line.TrimStart('#', ' ').Equals(heading, StringComparison.OrdinalIgnoreCase));
}
