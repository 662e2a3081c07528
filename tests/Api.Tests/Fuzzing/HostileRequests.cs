using System.Text;
using System.Text.Json.Nodes;

namespace Matinee.Api.Tests.Fuzzing;

/// <summary>Makes requests to an operation: some right, most with something wrong somewhere.</summary>
sealed class HostileRequests(HostileValues values, Random random)
{
    const string ExampleVersion = "20260501-030412871-8f3a91c2";

    static readonly string[] s_types =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=bogus", "application/json; charset=utf-16", "application/merge-patch+json", "text/plain",
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "APPLICATION/JSON", "json", "",
    ];

    static readonly string[] s_headers =
    [
        "If-Match", "If-None-Match", "If-Modified-Since", "Origin", "Referer", "Accept", "Accept-Encoding", "Accept-Language", "traceparent", "tracestate", "baggage", "Range", "X-Forwarded-For",
        "X-Forwarded-Host", "X-Forwarded-Proto", "X-HTTP-Method-Override", "Cookie", "Authorization", "X-Matinee-Authorization", "x-functions-key", "Expect", "Content-Encoding", "X-Original-URL", "If-Range", "X-Request-Id",
    ];

    /// <summary>A request; <paramref name="text"/> is its body, as far as it can be read.</summary>
    public HttpRequestMessage Next(Operation operation, out bool isRouted, out string? text)
    {
        var calm = values.Chance(0.3);
        var path = operation.Path;
        isRouted = true;
        var query = new StringBuilder();
        foreach (var parameter in operation.Parameters)
        {
            var (name, schema) = ((string)parameter["name"]!, parameter["schema"]!);
            if ((string)parameter["in"]! == "path")
            {
                var right = calm || values.Chance(0.75);
                isRouted &= right;
                path = path.Replace($"{{{name}}}", Uri.EscapeDataString(right ? values.Right(name, schema) : Segment(values.Edge(name, schema))), StringComparison.Ordinal);
            }
            else if (values.Chance(0.3))
            {
                for (var again = values.Chance(calm ? 0 : 0.05) ? 2 : 1; again > 0; again--)
                    query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(Value(name, schema, calm)));
            }
        }

        if (!calm && values.Chance(0.08)) query.Append('&').Append(Uri.EscapeDataString(values.Hostile())).Append('=').Append(Uri.EscapeDataString(values.Hostile()));
        if (query.Length > 0) query[0] = '?';
        // As it is: the address must not be put straight before it is sent.
        var request = new HttpRequestMessage(operation.Method, new Uri($"http://localhost{path}{query}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        text = null;
        if (operation.Body is { } body || values.Chance(0.03)) Fill(request, operation.Body, calm, out text);
        if (!calm && values.Chance(0.3)) request.Headers.TryAddWithoutValidation(values.Any(s_headers), OneLine(values.Hostile()));
        return request;
    }

    // Nothing at all is the address of the list, which is another operation.
    static string Segment(string text) => text.Length == 0 ? "-" : text;

    string Value(string name, JsonNode schema, bool calm) =>
        calm ? values.Right(name, schema) : random.Next(3) switch { 0 => values.Right(name, schema), 1 => values.Edge(name, schema), _ => values.Hostile() };

    void Fill(HttpRequestMessage request, JsonNode? body, bool calm, out string text)
    {
        text = body?["example"]?.ToJsonString() ?? values.Json();
        if (values.Known("version") is { } version) text = text.Replace(ExampleVersion, version, StringComparison.Ordinal);
        if (!calm) text = Spoil(text);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!calm && bytes.Length > 0 && values.Chance(0.15))
        {
            bytes = random.Next(4) switch
            {
                0 => bytes[..random.Next(bytes.Length)],
                1 => [0xEF, 0xBB, 0xBF, .. bytes],
                2 => Encoding.Unicode.GetBytes(text),
                _ => Flip(bytes),
            };
        }

        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", calm || values.Chance(0.85) ? "application/json" : values.Any(s_types));
        if (!calm && values.Chance(0.05)) request.Headers.TransferEncodingChunked = true;
    }

    /// <summary>The text with one to three of its values, or their names, replaced.</summary>
    string Spoil(string json)
    {
        for (var times = random.Next(4); times > 0; times--)
        {
            var places = Places(json);
            if (places.Count == 0) return values.Json();
            var (start, end) = values.Any(places);
            json = random.Next(8) switch
            {
                0 => $"{json[..start]}{json[end..]}",
                1 when start > 0 => $"{json[..start]}{json[start..end]},{json[start..]}",
                2 when json.StartsWith('{') => $"{{{values.Any<string>(["\"id\":\"1\"", "\"userId\":\"x\"", "\"passwordHash\":\"x\"", "\"leavingAt\":null", "\"isOperator\":true", "\"_etag\":\"x\""])},{json[1..]}",
                _ => $"{json[..start]}{values.Json()}{json[end..]}",
            };
        }

        return json;
    }

    /// <summary>Where the scalars of a JSON text stand, and the text as a whole; after the first spoiling it may be no JSON any more.</summary>
    static List<(int Start, int End)> Places(string json)
    {
        var places = new List<(int, int)> { (0, json.Length) };
        for (var i = 0; i < json.Length && places.Count < 1000; i++)
        {
            var start = i;
            if (json[i] == '"') for (i++; i < json.Length && json[i] != '"'; i++) i += json[i] == '\\' ? 1 : 0;
            else if (char.IsAsciiLetterOrDigit(json[i])) while (i + 1 < json.Length && (char.IsAsciiLetterOrDigit(json[i + 1]) || json[i + 1] == '.')) i++;
            else continue;
            places.Add((start, Math.Min(i + 1, json.Length)));
        }

        return places;
    }

    byte[] Flip(byte[] bytes)
    {
        for (var times = random.Next(1, 4); times > 0; times--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    // What HttpClient would refuse to send, Kestrel would refuse to read.
    static string OneLine(string text) => new([.. text.Where(static letter => letter is >= ' ' and < '\u007f').Take(2000)]);
}
