#:property PublishAot=false
// Tells the site's build where the service is, before azd packages it: nothing where the site's own address answers /api (plan Standard).
const string Setting = "VITE_API_URL";

// azd starts hooks in their own folder.
var root = new DirectoryInfo(Environment.CurrentDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "azure.yaml"))) root = root.Parent;
if (root is null)
{
    Console.Error.WriteLine("predeploy: azure.yaml is in none of the folders above; start it within the repository.");
    return 1;
}

// Set by provisioning, and then maybe to nothing: without it the site would be built for the wrong plan.
if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PUBLIC_API_URL")))
{
    Console.Error.WriteLine("predeploy: PUBLIC_API_URL is not set; run `azd provision` first.");
    return 1;
}

var service = Environment.GetEnvironmentVariable("SITE_API_URL") ?? "";
var file = Path.Combine(root.FullName, "web", ".env.production.local");
await File.WriteAllTextAsync(file, $"{Setting}={service}{Environment.NewLine}");
Console.WriteLine(service.Length == 0 ? "The site calls /api of its own address." : $"The site calls {service}.");
return 0;
