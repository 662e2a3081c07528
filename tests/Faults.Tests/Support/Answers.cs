using System.Text.Json.Nodes;

namespace Matinee.Faults.Tests.Support;

/// <summary>What is read over HTTP.</summary>
static class Answers
{
    public static async Task<JsonNode> JsonAsync(this HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>All ratings of who is signed in.</summary>
    public static async Task<IReadOnlyDictionary<int, double>> RatingsAsync(this HttpClient client)
    {
        var all = new Dictionary<int, double>();
        string? cursor = null;
        do
        {
            var page = await client.JsonAsync($"me/ratings?limit=100{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            foreach (var item in page["items"]!.AsArray()) all.Add((int)item!["movie"]!["id"]!, (double)item["stars"]!);
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return all;
    }

    /// <summary>A refusal must have this code, its status, and where it is of the moment, the time to try again.</summary>
    public static async Task IsProblemAsync(this HttpResponseMessage response, string code, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        Assert.Equal(code, (string?)JsonNode.Parse(text)!["code"]);
        if (status is 429 or 503) Assert.True(response.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1), $"Retry-After is {response.Headers.RetryAfter}");
    }
}
