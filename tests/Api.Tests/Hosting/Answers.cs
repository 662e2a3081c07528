using System.Net;
using System.Text.Json.Nodes;

namespace Matinee.Api.Tests.Hosting;

/// <summary>What tests expect of answers.</summary>
static class Answers
{
    /// <summary>The JSON of a good answer.</summary>
    public static async Task<JsonNode> JsonAsync(this Task<HttpResponseMessage> asking, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await asking;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>An answer must be the failure with this code: its status, its form, its headers.</summary>
    public static async Task<JsonNode> ProblemAsync(this Task<HttpResponseMessage> asking, string code)
    {
        using var response = await asking;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{(int)response.StatusCode} {text}");
        var problem = JsonNode.Parse(text)!;
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal((int)response.StatusCode, (int)problem["status"]!);
        Assert.Equal($"urn:matinee:problem:{code}", (string?)problem["type"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["detail"]));
        Assert.False(string.IsNullOrEmpty((string?)problem["traceId"]));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        return problem;
    }
}
