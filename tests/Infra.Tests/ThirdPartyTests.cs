using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Matinee.Infra.Tests;

/// <summary>THIRD-PARTY.md says what is shipped now, not what was shipped when somebody last thought of it.</summary>
public sealed partial class ThirdPartyTests
{
    const string Cure = "Write it anew: dotnet run infra/sbom.cs";

    static string Document => Read("THIRD-PARTY.md");

    [Fact]
    public void NuGetPackages_Listed_AreThoseThatAreResolved() => AssertSame(Resolved(), Listed(Document, "nuget"));

    [Fact]
    public void NpmPackages_Listed_AreThoseThatAreLocked() => AssertSame(Locked(), Listed(Document, "npm"));

    [Fact]
    public void PackagesOfTheFunctionApp_Listed_AreThoseOfItsProjects()
    {
        var versions = XDocument.Parse(Read("Directory.Packages.props")).Descendants("PackageVersion").ToDictionary(static one => (string)one.Attribute("Include")!, static one => (string)one.Attribute("Version")!);
        var direct = ((string[])["functions/Api/Matinee.Api.csproj", "functions/MlNet/Matinee.MlNet.csproj"])
            .SelectMany(static project => XDocument.Parse(Read(project)).Descendants("PackageReference")).Select(static one => (string)one.Attribute("Include")!).Distinct();
        AssertSame(direct.Select(name => $"{name} {versions[name]}"), DirectRow().Matches(Document).Select(static row => $"{row.Groups[1]} {row.Groups[2]}").Where(static row => !row.StartsWith("---", StringComparison.Ordinal) && row != "package version"));
    }

    [Fact]
    public void Licences_OfAll_AreKnown() => Assert.All(Row().Matches(Document), static row => Assert.DoesNotContain("unknown", row.Groups[4].Value, StringComparison.Ordinal));

    [Fact]
    public void Document_OneVersionBehind_IsFound()
    {
        var behind = Row().Replace(Document, static row => row.Groups[2].Value == "svelte" ? "| npm | svelte | 1.0.0 | MIT |" : row.Value);
        Assert.Throws<Xunit.Sdk.TrueException>(() => AssertSame(Locked(), Listed(behind, "npm")));
    }

    static void AssertSame(IEnumerable<string> shipped, IEnumerable<string> listed)
    {
        var (really, said) = (shipped.Order(StringComparer.Ordinal).ToList(), listed.Order(StringComparer.Ordinal).ToList());
        Assert.True(really.Count > 0, "Nothing is shipped, it seems.");
        Assert.True(really.SequenceEqual(said), $"Not listed: {string.Join(", ", really.Except(said))}. Listed, and not shipped: {string.Join(", ", said.Except(really))}. {Cure}");
    }

    // What restore has found for the local host; analyzers stay with the compiler.
    static IEnumerable<string> Resolved() =>
        JsonNode.Parse(Read("functions/Local/obj/project.assets.json"))!["targets"]!.AsObject().SelectMany(static target => target.Value!.AsObject())
            .Where(static one => (string)one.Value!["type"]! == "package").Select(static one => one.Key.Replace('/', ' ')).Where(static one => !one.Split(' ')[0].EndsWith("Analyzers", StringComparison.Ordinal)).Distinct();

    static IEnumerable<string> Locked() =>
        JsonNode.Parse(Read("web/package-lock.json"))!["packages"]!.AsObject()
            .Where(static one => one.Key.Length > 0 && (one.Value!["dev"] is null || one.Key == "node_modules/svelte"))
            .Select(static one => $"{one.Key[(one.Key.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..]} {(string)one.Value!["version"]!}");

    static IEnumerable<string> Listed(string document, string from) =>
        Row().Matches(document).Where(row => row.Groups[1].Value == from).Select(static row => $"{row.Groups[2]} {row.Groups[3]}");

    static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Folder, path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\| (nuget|npm) \| (\S+) \| (\S+) \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (\S+) \| (\S+) \|$", RegexOptions.Multiline)]
    private static partial Regex DirectRow();
}
