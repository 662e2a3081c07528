using System.Text;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Hosting;
using Matinee.Azure.Cosmos;
using Matinee.Core.Blobs;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Privacy;

/// <summary>Everything that a host keeps, as it lies there: no store of ours in between that might leave something out.</summary>
static class Stored
{
    /// <summary>The documents of all containers.</summary>
    public static async Task<List<(string Container, JsonObject Document)>> DocumentsAsync(MatineeHost host)
    {
        var all = new List<(string, JsonObject)>();
        foreach (var plan in CosmosContainers.All)
        {
            using var pages = host.Stores.Database.GetContainer(plan.Name).GetItemQueryStreamIterator(new QueryDefinition("SELECT * FROM c"));
            while (pages.HasMoreResults)
            {
                using var page = await pages.ReadNextAsync();
                page.EnsureSuccessStatusCode();
                all.AddRange(JsonNode.Parse(page.Content)!["Documents"]!.AsArray().Select(document => (plan.Name, document!.AsObject())));
            }
        }

        return all;
    }

    /// <summary>The names of the blobs in which a text is written.</summary>
    public static async Task<List<string>> BlobsWithAsync(MatineeHost host, string text)
    {
        var (blobs, found) = (host.Services.GetRequiredService<IBlobs>(), new List<string>());
        await foreach (var blob in blobs.ListAsync(""))
        {
            await using var content = (await blobs.OpenAsync(blob.Name))!;
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes);
            var all = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
            if (all.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || all.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0) found.Add(blob.Name);
        }

        return found;
    }
}
