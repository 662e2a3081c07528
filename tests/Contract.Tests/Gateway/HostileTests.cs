using System.Net;
using System.Net.Sockets;
using System.Text;
using Matinee.Local.CosmosGateway.Batch;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

public sealed class HostileTestsInProcess() : HostileTests(overHttp: false);

public sealed class HostileTestsOverHttp() : HostileTests(overHttp: true)
{
    [Fact]
    public async Task Connections_ThousandsThatSayNothing_LeaveItServing()
    {
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < 2000; i++)
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                sockets.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, Fixture.Endpoint.Port);
                if (i % 2 == 0) await socket.SendAsync("POST /dbs/movies/colls HTTP/1.1\r\nHost: x\r\nContent-Le"u8.ToArray());
            }

            await AssertServes();
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }

        await AssertServes();
    }

    [Fact]
    public async Task Bytes_ThatAreNoHttp_LeaveItServing()
    {
        var random = new Random(5);
        for (var i = 0; i < 50; i++)
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, Fixture.Endpoint.Port);
            var bytes = new byte[random.Next(1, 4000)];
            random.NextBytes(bytes);
            await socket.SendAsync(bytes);
        }

        await AssertServes();
    }

    [Fact]
    public async Task Body_BeyondTheLimit_Is413BeforeItIsRead()
    {
        using var http = new HttpClient { BaseAddress = Fixture.Endpoint };
        using var signed = SignedRequest(HttpMethod.Post, $"dbs/{Ratings.Database.Id}/colls/{Ratings.Id}/docs");
        signed.Content = new ByteArrayContent(new byte[30 << 20]);
        try
        {
            using var response = await http.SendAsync(signed);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The answer was sent and the connection closed while the client was still writing: it may not get to read it.
        }

        await AssertServes();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("rubbish")]
    [InlineData("type%3Dmaster%26ver%3D1.0%26sig%3DAAAA")]
    [InlineData("type%3Dmaster%26ver%3D1.0%26sig%3DAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D")]
    [InlineData("type%3Daad%26ver%3D1.0%26sig%3Dx")]
    public async Task Signature_WrongOrMissing_Is401(string? signature)
    {
        using var http = new HttpClient { BaseAddress = Fixture.Endpoint };
        using var request = new HttpRequestMessage(HttpMethod.Get, "dbs/movies");
        request.Headers.Add("x-ms-date", "Sat, 21 Nov 2026 07:21:43 GMT");
        if (signature is not null) request.Headers.TryAddWithoutValidation("Authorization", signature);

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("\"code\":\"Unauthorized\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

/// <summary>Requests that no client would send: each gets a clear answer, and the next one is served.</summary>
public abstract class HostileTests(bool overHttp) : GatewayTests(overHttp)
{
    static readonly string[] s_bodies =
    [
        "", "{", "[]", "null", "5", "\"x\"", "{\"id\":5}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":\"a/b\"}", "{\"id\":\"a\",\"id\":\"b\"}", "{\"userId\":\"1\"}",
        "{\"id\":\"a\",\"userId\":{}}", "{\"id\":\"a\",\"userId\":\"1\"} x", "{\"id\":\"a\",\"userId\":\"1\",\"n\":1e999}", "{\"id\":\"a\",\"userId\":\"1\",\"x\":\"\\ud800\"}",
        "{\"id\":\"a\",\"userId\":\"1\",\"\\ud800\":1}", "{\"id\":\"a\",\"userId\":\"1\",\"ttl\":0}", "{\"id\":\"a\",\"userId\":\"1\",\"ttl\":\"x\"}", "{\"id\":\"a\",\"userId\":\"1\",\"ttl\":1.5}",
        "{\"id\":\"a\",\"userId\":\"1\",}", "{'id':'a'}", "{\"id\":\"a\",\"userId\":\"1\",\"x\":" + Deep(500) + "}", "\u0080\u0001", "{\"id\":\"" + new string('x', 1024) + "\",\"userId\":\"1\"}",
    ];

    [Fact]
    public async Task Write_BodiesThatAreNoItems_Are400AndNothingIsStored()
    {
        foreach (var body in s_bodies)
        {
            foreach (var bytes in new[] { Encoding.UTF8.GetBytes(body), Encoding.Latin1.GetBytes(body) })
            {
                using var response = await Ratings.UpsertItemStreamAsync(new MemoryStream(bytes), new PartitionKey("1"));
                Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{response.StatusCode} for {body}");
                Assert.NotEmpty(response.ErrorMessage);
            }
        }

        Assert.Empty(await All(Ratings.GetItemQueryIterator<RatingDocument>()));
    }

    [Fact]
    public async Task Write_CosmosBinary_IsRefusedWithTheCure()
    {
        using var response = await Ratings.UpsertItemStreamAsync(new MemoryStream([0x80, 1, 2, 3]), new PartitionKey("1"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("AZURE_COSMOS_BINARY_ENCODING_ENABLED", response.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_OfStrangeShape_GetsAClearRefusal()
    {
        var docs = $"dbs/{Ratings.Database.Id}/colls/{Ratings.Id}/docs";
        (HttpMethod Method, string Path, (string, string)[] Headers, string? Body, int Status)[] requests =
        [
            (HttpMethod.Get, docs + "/x", [], null, 400),
            (HttpMethod.Get, docs + "/x", [("x-ms-documentdb-partitionkey", "rubbish")], null, 400),
            (HttpMethod.Get, docs + "/x", [("x-ms-documentdb-partitionkey", "[\"\\ud800\"]")], null, 400),
            (HttpMethod.Get, docs + "/x", [("x-ms-documentdb-partitionkey", "[1e999]")], null, 400),
            (HttpMethod.Get, docs + "/x", [("x-ms-documentdb-partitionkey", "[\"a\",\"b\"]")], null, 400),
            (HttpMethod.Get, docs + "/x", [("x-ms-documentdb-partitionkey", "[[1]]")], null, 400),
            (HttpMethod.Get, docs + "/" + new string('x', 3000), [("x-ms-documentdb-partitionkey", "[1]")], null, 404),
            (HttpMethod.Get, docs, [("x-ms-continuation", "rubbish")], null, 400),
            (HttpMethod.Get, docs, [("x-ms-max-item-count", "many")], null, 400),
            (HttpMethod.Get, docs, [("A-IM", "Full-Fidelity Feed")], null, 400),
            (HttpMethod.Get, docs, [("A-IM", "Incremental Feed"), ("If-None-Match", "\"x\"")], null, 400),
            (HttpMethod.Get, docs, [("A-IM", "Incremental Feed"), ("If-None-Match", "\"99\"")], null, 400),
            (HttpMethod.Get, docs, [("A-IM", "Incremental Feed"), ("x-ms-start-epk", "00"), ("x-ms-end-epk", "0F")], null, 400),
            (HttpMethod.Post, docs, [("A-IM", "Incremental Feed")], "{}", 400),
            (HttpMethod.Post, docs, [("x-ms-documentdb-isquery", "True")], "{\"query\":5}", 400),
            (HttpMethod.Post, docs, [("x-ms-documentdb-isquery", "True")], "{\"query\":\"SELECT * FROM c\",\"parameters\":5}", 400),
            (HttpMethod.Post, docs, [("x-ms-documentdb-isquery", "True")], "{\"query\":\"SELECT * FROM c\",\"parameters\":[{}]}", 400),
            (HttpMethod.Post, docs, [("x-ms-documentdb-isquery", "True"), ("x-ms-continuation", "rubbish")], "{\"query\":\"SELECT * FROM c\"}", 400),
            (HttpMethod.Post, docs, [("x-ms-documentdb-isquery", "True")], "{\"query\":\"" + new string('x', 300_000) + "\"}", 400),
            (HttpMethod.Post, docs, [("x-ms-cosmos-is-batch-request", "True")], "rubbish", 400),
            (HttpMethod.Post, docs, [("x-ms-documentdb-pre-trigger-include", "t"), ("x-ms-documentdb-partitionkey", "[\"1\"]")], "{\"id\":\"1\",\"userId\":\"1\"}", 400),
            (HttpMethod.Post, "dbs", [], "rubbish", 400),
            (HttpMethod.Post, "dbs", [], "{\"id\":\"a/b\"}", 400),
            (HttpMethod.Post, $"dbs/{Ratings.Database.Id}/colls", [], "{\"id\":\"x\"}", 400),
            (HttpMethod.Post, $"dbs/{Ratings.Database.Id}/colls", [], "{\"id\":\"x\",\"partitionKey\":{\"paths\":[5]}}", 400),
            (HttpMethod.Put, "dbs", [], "{}", 405),
            (HttpMethod.Get, "no/such", [], null, 404),
            (HttpMethod.Get, "x%2e%2e/%zz/%ff", [], null, 404),
            (HttpMethod.Get, $"dbs/{Ratings.Database.Id}/users", [], null, 501),
        ];
        using var http = Fixture.NewHttpClient();
        foreach (var (method, path, headers, body, status) in requests)
        {
            using var request = SignedRequest(method, path);
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            if (body is not null) request.Content = new StringContent(body);
            using var response = await http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();

            Assert.True(status == (int)response.StatusCode, $"{method} {path} {string.Join(' ', headers)} gave {(int)response.StatusCode} {text}");
            Assert.Contains("\"message\":", text, StringComparison.Ordinal);
        }

        await AssertServes();
    }

    [Fact]
    public async Task Batch_RandomlyDamaged_IsRefusedOrDoneAndNeverFails()
    {
        var whole = BatchTextOf("{\"id\":\"a\",\"userId\":\"1\"}");
        var random = new Random(11);
        using var http = Fixture.NewHttpClient();
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.ToArray();
            if (i > 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            using var request = SignedRequest(HttpMethod.Post, $"dbs/{Ratings.Database.Id}/colls/{Ratings.Id}/docs");
            request.Headers.Add("x-ms-cosmos-is-batch-request", "True");
            request.Headers.Add("x-ms-cosmos-batch-atomic", "True");
            request.Headers.TryAddWithoutValidation("x-ms-documentdb-partitionkey", "[\"1\"]");
            request.Content = new ByteArrayContent(bytes, 0, i % 3 == 2 ? random.Next(bytes.Length) : bytes.Length);
            using var response = await http.SendAsync(request);
            Assert.True((int)response.StatusCode is 200 or 207 or 400, $"{response.StatusCode}");
            if (i == 0) Assert.Equal(200, (int)response.StatusCode);
        }

        await AssertServes();
    }

    [Fact]
    public async Task Requests_ManyAtOnce_AreAllServed()
    {
        await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
        {
            await Put((i % 10).ToString(), i.ToString(), i);
            Assert.Equal(i, (await Ratings.ReadItemAsync<RatingDocument>(i.ToString(), new PartitionKey((i % 10).ToString()))).Resource.Value);
        }));

        Assert.Equal([400], await All(Ratings.GetItemQueryIterator<int>("SELECT VALUE COUNT(1) FROM c")));
    }

    protected async Task AssertServes()
    {
        await Put("serves", "1", 5);
        Assert.Equal(5, (await Ratings.ReadItemAsync<RatingDocument>("1", new PartitionKey("serves"))).Resource.Value);
    }

    protected static HttpRequestMessage SignedRequest(HttpMethod method, string path) => EmulatorSignature.Sign(new HttpRequestMessage(method, path), path);

    static string Deep(int levels) => new string('[', levels) + new string(']', levels);

    static byte[] BatchTextOf(string body)
    {
        byte[] row = [.. RowLayout.Question, 0b1000011, 20, 0, 0, 0, 2, 0, 0, 0, (byte)body.Length, .. Encoding.UTF8.GetBytes(body)];
        return [.. RowLayout.Segment, .. RowLayout.Record, .. BitConverter.GetBytes(row.Length), .. BitConverter.GetBytes(Crc32.Of(row)), .. row];
    }
}
