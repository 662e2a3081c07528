#:property PublishAot=false
// Writes functions/Api/local.settings.json out of local.settings.sample.json and what was provisioned. One that is there stays as it is.
using System.Text.Json;
using System.Text.Json.Nodes;

const string Sample = "local.settings.sample.json";

// azd starts hooks in their own folder.
var root = new DirectoryInfo(Environment.CurrentDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "azure.yaml"))) root = root.Parent;
if (root is null)
{
    Console.Error.WriteLine("postprovision: azure.yaml is in none of the folders above; start it within the repository.");
    return 1;
}

var target = Path.Combine(root.FullName, "functions", "Api", "local.settings.json");
if (File.Exists(target))
{
    Console.WriteLine($"{target} is there already and stays as it is.");
    return 0;
}

// What the sample has, with this environment's addresses in it: whoever runs it here is signed in as themselves, so there is no
// clientId and no credential among them.
var settings = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root.FullName, Sample)))!;
var values = settings["Values"]!.AsObject();
(string Setting, string Output)[] provisioned =
[
    ("AzureWebJobsStorage__blobServiceUri", "STORAGE_ENDPOINT"),
    ("COSMOS_CONNECTION__accountEndpoint", "COSMOS_ENDPOINT"),
    ("COSMOS_DATABASE", "COSMOS_DATABASE"),
    ("STORAGE_CONNECTION__blobServiceUri", "STORAGE_ENDPOINT"),
];
foreach (var (setting, output) in provisioned)
{
    if (Environment.GetEnvironmentVariable(output) is { Length: > 0 } value) values[setting] = value;
}

// Connection strings of emulators would win over the addresses.
foreach (var emulator in (string[])["AzureWebJobsStorage", "COSMOS_CONNECTION", "STORAGE_CONNECTION"]) values.Remove(emulator);

// It would take part in the feed and the timer of the app in Azure, with whatever is being worked on here.
foreach (var background in (string[])["RatingsFeed", "RetrainModels"]) values[$"AzureWebJobs.{background}.Disabled"] = "true";

await using var file = File.Create(target);
await using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
settings.WriteTo(writer);
Console.WriteLine($"{target} is written: `func start` in its folder now works against Azure, as whoever is signed in (az login).");
return 0;
