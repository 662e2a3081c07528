using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Training;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Fuzzing;

/// <summary>
/// Every operation of the OpenAPI document, asked what it is for and what it is not for. MATINEE_FUZZ_ROUNDS (requests to each operation) and MATINEE_FUZZ_SEED
/// ask for more, and for others.
/// </summary>
public sealed class FuzzingTests
{
    const int Films = 30;
    const int MostProblems = 20;

    static readonly int[] s_rated = [0, 1, 2, 3];

    // What the examples name, and some more.
    static readonly int[] s_others = [42, 318];

    // These end the session that asks, or may.
    static readonly HashSet<string> s_leaving = ["deleteMe", "signOut", "signOutEverywhere", "changePassword"];

    // Far more than any takes, and less than it takes to hold a server up; the machine that tests may be busy.
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    static readonly int s_rounds = Setting("MATINEE_FUZZ_ROUNDS", 34);
    static readonly int s_seed = Setting("MATINEE_FUZZ_SEED", 1);

    readonly JsonNode _document = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json")))!;
    readonly Dictionary<string, HashSet<int>> _statuses = [];
    readonly List<string> _problems = [];

    [Fact]
    public async Task Operations_AskedAnything_AnswerAsTheDocumentSays()
    {
        await using var host = await CommunityAsync();
        using var client = host.NewClient();
        var viewer = await ViewerAsync(host, "viewer");
        var (random, joined) = (new Random(s_seed), 0);
        // Few, so that what one request has made is there for the next; and one that is not there.
        var values = new HostileValues(random, [.. s_rated, Films]);
        var (requests, check) = (new HostileRequests(values, random), new SchemaCheck(_document));
        var operations = Operation.Of(_document);

        for (var round = 0; round < s_rounds && _problems.Count < MostProblems; round++)
        {
            foreach (var operation in operations)
            {
                using var request = requests.Next(operation, out var isRouted, out var body);
                request.RequestUri = Moved(request.RequestUri!, client.BaseAddress!);
                using var leaver = s_leaving.Contains(operation.Id) ? await host.JoinAsync($"leaver{++joined}") : null;
                var isKnown = Identify(request, operation, leaver ?? viewer, random);
                var told = $"round {round}, {request.Method} {Short(request.RequestUri.PathAndQuery)} {Short(body)}";
                var watch = Stopwatch.StartNew();
                using var answer = await client.SendAsync(request);
                var content = await ContentOfAsync(answer);
                var wrong = ProblemsOf(operation, isRouted, answer, content, check).ToList();
                if (watch.Elapsed > s_limit) wrong.Add($"it took {watch.Elapsed}");
                _problems.AddRange(wrong.Select(one => $"{told}: {(int)answer.StatusCode}: {one}"));
                Learn(operation, answer, content, values);
                if (leaver is not null || !isKnown || answer.StatusCode != HttpStatusCode.Unauthorized) continue;
                // One request or another has signed this device out.
                viewer.Dispose();
                viewer = await ViewerAsync(host, $"viewer{++joined}");
            }
        }

        viewer.Dispose();
        Assert.True(_problems.Count == 0, string.Join(Environment.NewLine, _problems));
        // A fuzzer that is refused everywhere has tried nothing.
        var never = operations.Where(one => !_statuses[one.Id].Any(static status => status < 300)).Select(static one => one.Id).ToList();
        Assert.True(never.Count == 0, $"Never answered well: {string.Join(", ", never)}");
        Assert.All(operations.Where(static one => one.Body is not null), one => Assert.Contains(400, _statuses[one.Id]));
    }

    // Any encoding may have been asked for by chance.
    static async Task<byte[]> ContentOfAsync(HttpResponseMessage answer)
    {
        await using var sent = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var content = new MemoryStream();
        await plain.CopyToAsync(content);
        return content.ToArray();
    }

    static IEnumerable<string> ProblemsOf(Operation operation, bool isRouted, HttpResponseMessage answer, byte[] content, SchemaCheck check)
    {
        var status = (int)answer.StatusCode;
        // What is no HTTP, or too long, the server itself refuses, before anything of ours runs: with nothing but a status, and the connection is over.
        if (status is 400 or 414 or 431 && content.Length == 0 && answer.Headers.ConnectionClose == true) yield break;
        if (status >= 500) yield return $"a failure of the service: {Encoding.UTF8.GetString(content)}";
        foreach (var (name, value) in SecureHeaders.Expected)
        {
            if (!answer.Headers.TryGetValues(name, out var found) || string.Join(',', found) != value) yield return $"{name} is not '{value}'";
        }

        if (answer.Headers.CacheControl is not ({ NoStore: true } or { Private: true }) && (operation.IsForViewers || operation.IsForOperators || answer.Headers.CacheControl is not { Public: true }))
            yield return $"Cache-Control is '{answer.Headers.CacheControl}': others may keep it";
        if (status == 304 || (status < 300 && content.Length == 0 && operation.Answer(status) is { } empty && empty["content"] is null)) yield break;
        // An address that is nobody's is answered by routing, a wrong method likewise.
        var said = operation.Answer(status) ?? (status is 404 or 405 && !isRouted ? operation.Answer(400) : null);
        if (said is null)
        {
            yield return $"the document does not know this status: {Short(Encoding.UTF8.GetString(content))}";
            yield break;
        }

        var type = answer.Content.Headers.ContentType?.MediaType ?? "";
        if (type is not ("application/json" or "application/problem+json"))
        {
            if (said["content"] is not null) yield return $"it is of type '{type}'";
            yield break;
        }

        if (said["content"]?[type]?["schema"] is not { } schema)
        {
            // The document itself is JSON without a schema.
            if (operation.Id != "getOpenApi") yield return $"the document says nothing of {type}";
            yield break;
        }

        using var json = JsonDocument.Parse(content);
        foreach (var problem in check.ProblemsOf(json.RootElement, schema)) yield return problem;
        if (status >= 400 && (int?)JsonNode.Parse(content)!["status"] != status) yield return "the problem names another status";
    }

    void Learn(Operation operation, HttpResponseMessage answer, byte[] content, HostileValues values)
    {
        if (!_statuses.TryGetValue(operation.Id, out var statuses)) _statuses[operation.Id] = statuses = [];
        statuses.Add((int)answer.StatusCode);
        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "application/json" && content.Length > 0
            && JsonNode.Parse(content) is JsonObject page)
        {
            if ((string?)page["nextCursor"] is { } cursor) values.Keep(cursor);
            if (operation.Id == "getDevices") values.Keep("sessionId", (string)page["items"]![0]!["id"]!);
            if (operation.Id != "getModels") return;
            values.Keep("version", (string)page["versions"]![0]!["version"]!);
            values.Keep("runId", (string)page["runs"]![0]!["id"]!);
        }
    }

    // Mostly who may; sometimes nobody, or somebody else. Is it the viewer?
    static bool Identify(HttpRequestMessage request, Operation operation, HttpClient viewer, Random random)
    {
        if (operation.IsForOperators) request.Headers.TryAddWithoutValidation("x-functions-key", MatineeHost.OperatorKey);
        if (operation.IsForOperators || random.Next(20) == 0 || request.Headers.Contains("Authorization") || request.Headers.Contains("X-Matinee-Authorization") || request.Headers.Contains("Cookie"))
            return false;
        var token = viewer.DefaultRequestHeaders.Authorization!.Parameter!;
        if (random.Next(3) == 0)
        {
            request.Headers.Add("Cookie", $"matinee_session={token}");
            if (!request.Headers.Contains("Origin")) request.Headers.Add("Origin", $"http://localhost:{request.RequestUri!.Port}");
        }
        else
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return true;
    }

    static async Task<HttpClient> ViewerAsync(MatineeHost host, string name)
    {
        var viewer = await host.JoinAsync(name);
        await viewer.PutAsJsonAsync("me/ratings", new { ratings = s_rated.Select(static film => new { movieId = film, stars = 3.5 }) }).JsonAsync();
        return viewer;
    }

    static Uri Moved(Uri uri, Uri to) =>
        new($"{to.GetLeftPart(UriPartial.Authority)}{uri.OriginalString["http://localhost".Length..]}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    static async Task<MatineeHost> CommunityAsync()
    {
        var host = await People.StartAsync(services =>
        {
            SmallCommunity.TrainFast(services);
            services.AddSingleton(new SignInLimits { Registrations = SignInLimits.MaxAttempts });
        });
        await host.SaveAsync([.. Enumerable.Range(0, Films).Concat(s_others).Select(static id => new Movie { Id = id, Title = $"Film {id}", Year = 1960 + id % 60, Genres = [id % 3 == 0 ? "Drama" : "Comedy"] })]);
        await SmallCommunity.ImportAsync(host.Services.GetRequiredService<SnapshotStore>());
        Assert.NotNull((await host.Services.GetRequiredService<RetrainModels>().RunAsync())!.Version);
        return host;
    }

    static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;

    static string Short(string? text) => text is null ? "" : text.Length <= 300 ? text : $"{text[..300]}… ({text.Length})";
}
