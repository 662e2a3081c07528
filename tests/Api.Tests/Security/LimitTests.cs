using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Fuzzing;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Security;

public sealed class LimitTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("{\"text\":", "}")]
    public async Task Body_NestedDeeply_IsRefusedNotFollowed(string open, string close)
    {
        using var zoe = await shared.JoinAsync();
        foreach (var depth in (int[])[2, 63, 64, 65, 1000, 5000])
        {
            var body = $"{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}";
            await zoe.PutAsync("me/ratings/1/review", new StringContent(body, Encoding.UTF8, "application/json")).ProblemAsync("invalid_json");
        }
    }

    [Fact]
    public async Task Body_LongerThanAllowedWithOrWithoutSayingSo_Is413()
    {
        using var zoe = await shared.JoinAsync();
        foreach (var isChunked in (bool[])[false, true])
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, "me/ratings/1/review") { Content = JsonContent.Create(new { text = new string('x', 100_000) }) };
            request.Headers.TransferEncodingChunked = isChunked;
            await zoe.SendAsync(request).ProblemAsync("body_too_large");
        }
    }

    [Fact]
    public async Task Body_PackedOrOfAnotherType_IsNotUnpacked()
    {
        using var zoe = await shared.JoinAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, "me/ratings/1/review") { Content = new ByteArrayContent([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]) };
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");

        await zoe.SendAsync(request).ProblemAsync("invalid_json");
        await zoe.PutAsync("me/ratings/1/review", new StringContent("text=x", Encoding.UTF8, "application/x-www-form-urlencoded")).ProblemAsync("unsupported_media_type");
    }

    [Fact]
    public async Task Address_LongerThanAllowed_IsRefused()
    {
        using var stranger = shared.Host.NewClient();

        Assert.Equal(HttpStatusCode.RequestUriTooLong, await stranger.GetAsync($"search?q={new string('x', 20_000)}").StatusAsync());
        await stranger.GetAsync($"search?q={new string('x', 201)}").ProblemAsync("invalid_value");
        await stranger.GetAsync("movies?limit=201").ProblemAsync("invalid_value");
    }

    [Fact]
    public async Task Client_ThatSendsItsBodyByTheDrop_IsCutOff()
    {
        using var client = new TcpClient();
        var address = shared.Host.NewClient().BaseAddress!;
        await client.ConnectAsync(IPAddress.Loopback, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));
        var watch = Stopwatch.StartNew();
        var answer = new byte[4096];

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var said = new StringBuilder();
        try
        {
            for (int read; (read = await stream.ReadAsync(answer, patience.Token)) > 0;) said.Append(Encoding.ASCII.GetString(answer, 0, read));
        }
        catch (IOException)
        {
            // Cut off without a word is as good.
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(40), $"{watch.Elapsed}");
        Assert.True(said.Length == 0 || said.ToString().StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal), said.ToString());
    }

    [Fact]
    public async Task Bodies_WithAFieldThatIsNotTheirs_AreRefusedByEveryOperation()
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "openapi.json")))!;
        using var zoe = await shared.JoinAsync();
        zoe.DefaultRequestHeaders.Add("x-functions-key", MatineeHost.OperatorKey);
        var operations = Operation.Of(document).Where(static one => one.Body is not null).ToList();
        Assert.True(operations.Count >= 13);
        foreach (var operation in operations)
        {
            foreach (var field in (string[])["id", "userId", "passwordHash", "isOperator", "leavingAt", "_etag", "Stars"])
            {
                var body = operation.Body!["example"]!.DeepClone().AsObject();
                body[field] = "x";
                var path = operation.Path.Replace("{purpose}", "ratingsForOthers", StringComparison.Ordinal).Replace("{movieId}", "1", StringComparison.Ordinal);
                using var request = new HttpRequestMessage(operation.Method, path) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
                var problem = await zoe.SendAsync(request).ProblemAsync("invalid_json");
                Assert.Contains(field, (string)problem["detail"]!, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("' OR '1'='1")]
    [InlineData("\" OR true OR \"\"=\"")]
    [InlineData("heat') OR IS_DEFINED(c.userId) --")]
    [InlineData("@user")]
    [InlineData("%")]
    public async Task Search_OfCosmosSql_FindsNothingOfAnybody(string text)
    {
        using var zoe = await shared.JoinAsync();
        using var yan = await shared.JoinAsync();
        await zoe.PutAsJsonAsync("me/ratings/1", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);
        await yan.PutAsJsonAsync("me/ratings/2", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);

        Assert.Empty((await yan.GetAsync($"me/ratings?q={Uri.EscapeDataString(text)}").JsonAsync())["items"]!.AsArray());
        await yan.GetAsync($"me/ratings?sort={Uri.EscapeDataString(text)}").ProblemAsync("invalid_value");
    }
}
