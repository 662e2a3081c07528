#:property PublishAot=false
// Writes THIRD-PARTY.md: what is shipped with Matinee that others have made, with versions and licences; and with `--cyclonedx <file>` the same for machines.
// dotnet run infra/sbom.cs [-- [--cyclonedx <file>] [<project> ...]]; without projects: functions/Local, which every feed has all packages of.
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

if (!File.Exists("Matinee.slnx")) return Fail("Run it from the folder that holds Matinee.slnx.");
// Not every feed has their packages.
string[] functionApp = ["functions/Api", "functions/MlNet"];
string? machines = null;
var projects = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--cyclonedx" && i + 1 < args.Length) machines = args[++i];
    else projects.Add(args[i]);
}

if (projects.Count == 0) projects.Add("functions/Local");
var parts = new SortedSet<Part>(Comparer<Part>.Create(static (one, other) => string.CompareOrdinal($"{one.Kind}/{one.Name}/{one.Version}".ToUpperInvariant(), $"{other.Kind}/{other.Name}/{other.Version}".ToUpperInvariant())));
var packages = Run("dotnet", "nuget locals global-packages --list").Split(": ", 2)[1].Trim();
foreach (var project in projects)
{
    var list = JsonNode.Parse(Run("dotnet", $"list {project} package --include-transitive --format json"))!;
    foreach (var framework in list["projects"]!.AsArray().SelectMany(static one => one!["frameworks"]?.AsArray() ?? throw new InvalidOperationException($"{one["path"]} is not restored: dotnet restore it first.")))
    {
        foreach (var package in (framework!["topLevelPackages"]?.AsArray() ?? []).Concat(framework["transitivePackages"]?.AsArray() ?? []))
        {
            var (name, version) = ((string)package!["id"]!, (string)package["resolvedVersion"]!);
            // Analyzers stay with the compiler.
            if (!name.EndsWith("Analyzers", StringComparison.Ordinal)) parts.Add(new("nuget", name, version, LicenceOf(name, version)));
        }
    }
}

foreach (var (path, package) in JsonNode.Parse(File.ReadAllText("web/package-lock.json"))!["packages"]!.AsObject())
{
    // Svelte is a tool by its entry, but its runtime is in the site.
    if (path.Length == 0 || (package!["dev"] is not null && path != "node_modules/svelte")) continue;
    parts.Add(new("npm", path[(path.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..], (string)package["version"]!, (string?)package["license"] ?? "unknown"));
}

var text = new StringBuilder("# Third parties\n\nWhat is shipped with Matinee that others have made; written by `dotnet run infra/sbom.cs`. .NET itself is MIT.\n\n| from | package | version | licence |\n|---|---|---|---|\n");
foreach (var part in parts) text.Append($"| {part.Kind} | {part.Name} | {part.Version} | {part.Licence} |\n");
var versions = XDocument.Load("Directory.Packages.props").Descendants("PackageVersion").ToDictionary(static one => (string)one.Attribute("Include")!, static one => (string)one.Attribute("Version")!);
var others = functionApp.Where(project => !projects.Contains(project)).SelectMany(static project => Directory.GetFiles(project, "*.csproj")).SelectMany(static file => XDocument.Load(file).Descendants("PackageReference"))
    .Select(static one => (string)one.Attribute("Include")!).Distinct().Order(StringComparer.OrdinalIgnoreCase).ToList();
if (others.Count > 0)
{
    text.Append($"\nThe function app ships these besides, with what they need. Where a feed has them all: `dotnet run infra/sbom.cs -- functions/Local {string.Join(' ', functionApp)}`\n\n| package | version |\n|---|---|\n");
    foreach (var name in others) text.Append($"| {name} | {versions[name]} |\n");
}

File.WriteAllText("THIRD-PARTY.md", text.ToString());
if (machines is not null)
{
    var components = parts.Select(static part => (JsonNode)new JsonObject
    {
        ["type"] = "library",
        ["name"] = part.Name,
        ["version"] = part.Version,
        ["purl"] = $"pkg:{part.Kind}/{part.Name.Replace("@", "%40", StringComparison.Ordinal)}@{part.Version}",
        ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["name"] = part.Licence } }),
    });
    var document = new JsonObject { ["bomFormat"] = "CycloneDX", ["specVersion"] = "1.5", ["version"] = 1, ["components"] = new JsonArray([.. components]) };
    File.WriteAllText(machines, document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
}

var unknown = parts.Where(static part => part.Licence == "unknown").Select(static part => part.Name).ToList();
Console.WriteLine($"{parts.Count} packages; without a known licence: {(unknown.Count == 0 ? "none" : string.Join(", ", unknown))}");
return 0;

// An expression, a file in the package, or an address: in that order of worth.
string LicenceOf(string name, string version)
{
    var file = Path.Combine(packages, name.ToLowerInvariant(), version.ToLowerInvariant(), $"{name.ToLowerInvariant()}.nuspec");
    if (!File.Exists(file)) return "unknown";
    var metadata = XDocument.Load(file).Root!.Elements().First(static one => one.Name.LocalName == "metadata").Elements().ToLookup(static one => one.Name.LocalName);
    if (metadata["license"].FirstOrDefault() is { } licence) return (string?)licence.Attribute("type") == "expression" ? licence.Value : $"see {licence.Value} in the package";
    return metadata["licenseUrl"].FirstOrDefault()?.Value ?? "unknown";
}

static string Run(string command, string arguments)
{
    using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{command} {arguments} ended with {process.ExitCode}: {output}");
}

static int Fail(string why)
{
    Console.Error.WriteLine(why);
    return 2;
}

/// <summary>A package of somebody else.</summary>
sealed record Part(string Kind, string Name, string Version, string Licence);
