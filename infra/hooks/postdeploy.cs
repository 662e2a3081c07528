#:property PublishAot=false
// Waits until the deployed function app answers, and says what comes next.

// The identity's roles take some minutes to be known everywhere, and the first start takes some seconds.
var patience = TimeSpan.FromMinutes(5);
var pause = TimeSpan.FromSeconds(5);

// What predeploy.cs has left for the site's build: builds for other purposes must not find it.
for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
{
    if (File.Exists(Path.Combine(folder.FullName, "azure.yaml"))) File.Delete(Path.Combine(folder.FullName, "web", ".env.production.local"));
}

var api = Environment.GetEnvironmentVariable("PUBLIC_API_URL");
if (string.IsNullOrEmpty(api))
{
    Console.Error.WriteLine("postdeploy: PUBLIC_API_URL is not set; run `azd provision` first.");
    return 1;
}

var live = new Uri(new Uri(api), "/api/v1/health/live");
using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
using var over = new CancellationTokenSource(patience);
var last = "";
while (true)
{
    try
    {
        // A GET: to HEAD the function answers 404.
        using var answer = await client.GetAsync(live, over.Token);
        if (answer.IsSuccessStatusCode) break;
        last = $"{(int)answer.StatusCode}";
    }
    catch (Exception error) when (error is HttpRequestException or TaskCanceledException && !over.IsCancellationRequested)
    {
        last = error.Message;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine($"postdeploy: {live} gave no good answer in {patience.TotalMinutes:0} minutes; the last was: {last}.");
        Console.Error.WriteLine("After the very first deployment the roles may still be on their way: `azd deploy` once more in a minute or two.");
        return 1;
    }

    try
    {
        await Task.Delay(pause, over.Token);
    }
    catch (OperationCanceledException)
    {
        // The next request says so.
    }
}

string Of(string name) => Environment.GetEnvironmentVariable(name) ?? "";

Console.WriteLine(
    $"""
    {live} answers.
      Site  {Of("SERVICE_WEB_URL")}
      API   {api}/api/v1

    The first import and the first model:
      dotnet run --project functions/Local -- import movielens <folder, zip or address> --cosmos {Of("COSMOS_ENDPOINT")} --storage {Of("STORAGE_ENDPOINT")}
      dotnet run --project functions/Local -- train --cosmos {Of("COSMOS_ENDPOINT")} --storage {Of("STORAGE_ENDPOINT")}
    """);
return 0;
