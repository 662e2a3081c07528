using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Matinee.Infra.Tests;

/// <summary>
/// A package is what it was when it was chosen: beside each project of the solution lies what NuGet found, with its hash, and restoring refuses
/// anything else. The function app and ML.NET restore elsewhere than the solution, and are not among them.
/// </summary>
public sealed class LockFilesTests
{
    const string Cure = "Write it anew: dotnet restore Matinee.slnx --use-lock-file --force-evaluate";

    // Brought along by the SDK, of its own version.
    const string OfTheSdk = "Microsoft.NET.ILLink.Tasks";

    static readonly Dictionary<string, string> s_versions = XDocument.Parse(Read("Directory.Packages.props")).Descendants("PackageVersion")
        .ToDictionary(static one => (string)one.Attribute("Include")!, static one => (string)one.Attribute("Version")!, StringComparer.OrdinalIgnoreCase);

    public static TheoryData<string> Projects =>
        [.. XDocument.Parse(Read("Matinee.slnx")).Descendants("Project").Select(static project => Path.GetDirectoryName((string)project.Attribute("Path")!)!.Replace('\\', '/'))];

    [Theory, MemberData(nameof(Projects))]
    public void Project_OfTheSolution_IsLockedToTheVersionsOfTheHouse(string folder) => Assert.Empty(Wrong(Read($"{folder}/packages.lock.json")));

    [Fact]
    public void Lock_OfAnotherVersion_IsFound()
    {
        var version = s_versions["Microsoft.Azure.Cosmos"];
        var spoilt = Read("functions/Azure/packages.lock.json").Replace($"\"resolved\": \"{version}\"", "\"resolved\": \"1.0.0\"", StringComparison.Ordinal);
        Assert.Contains("Microsoft.Azure.Cosmos is 1.0.0", Assert.Single(Wrong(spoilt)), StringComparison.Ordinal);
    }

    static IEnumerable<string> Wrong(string file) =>
        from framework in JsonNode.Parse(file)!["dependencies"]!.AsObject()
        from package in framework.Value!.AsObject()
        where (string)package.Value!["type"]! is "Direct" or "CentralTransitive" && package.Key != OfTheSdk
        let resolved = (string)package.Value["resolved"]!
        where s_versions.TryGetValue(package.Key, out var version) ? version != resolved : true
        select $"{package.Key} is {resolved}, and not what Directory.Packages.props says. {Cure}";

    static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Folder, path)).ReplaceLineEndings("\n");
}
