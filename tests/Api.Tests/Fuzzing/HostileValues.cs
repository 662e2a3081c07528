using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Matinee.Api.Tests.Fuzzing;

/// <summary>Values for parameters and fields: right ones, those at the edge of right, and what attackers and broken clients send.</summary>
sealed class HostileValues(Random random, IReadOnlyList<int> films)
{
    const int Cursors = 64;

    static readonly string[] s_texts =
    [
        "", " ", "0", "-1", "1", "2147483647", "2147483648", "-2147483649", "18446744073709551616", "1e309", "-0", "NaN", "Infinity", "0x10", "1,2", "1.5", "٣", "null",
        "undefined", "true", "TRUE", "[]", "{}", "' OR '1'='1", "\" OR 1=1 --", "c.userId) OR IS_DEFINED(c._etag", "@user", "../../../etc/passwd", "..\\..\\web.config",
        "%2e%2e%2f", "%00", "a\0b", "\r\nSet-Cookie: matinee_session=mine", "<script>alert(1)</script>", "${jndi:ldap://127.0.0.1/a}", "{{7*7}}", "$(id)", "http://169.254.169.254/latest",
        "file:///etc/passwd", "\uFEFF", "\u202Edrawkcab", "\u0000", "👩‍👩‍👧‍👦", "e\u0301", "İ", "ﬁ", "\uD800", "\uFFFF", "zoe", "constructor", "__proto__", "$ref", "code", "*", "%", "_", "(a+)+$", "[",
    ];

    static readonly string[] s_json =
    [
        "null", "true", "0", "-1", "1.5", "1e400", "-1e400", "9223372036854775808", "0.1000000000000000055", "\"\"", "\"x\"", "[]", "{}", "[[]]", "[null]", "{\"a\":1}",
        "\"2026-13-40T99:99:99Z\"", "\"0001-01-01T00:00:00-14:00\"", "\"9999-12-31T23:59:59+14:00\"", "\"\\u0000\"", "\"\\ud800\"", "NaN", "Infinity", "'x'", "01", "+1", ".5", "1.", "tru",
    ];

    readonly List<string> _cursors = [];
    readonly Dictionary<string, string> _names = [];

    /// <summary>Keeps a cursor that a list has given out, to be used with any list.</summary>
    public void Keep(string cursor)
    {
        if (_cursors.Count < Cursors) _cursors.Add(cursor);
        else _cursors[random.Next(Cursors)] = cursor;
    }

    /// <summary>Keeps the name of something that is there: a session, a run, a model version.</summary>
    public void Keep(string parameter, string name) => _names[parameter] = name;

    /// <summary>The name of something that is there, if any was told.</summary>
    public string? Known(string parameter) => _names.GetValueOrDefault(parameter);

    public bool Chance(double share) => random.NextDouble() < share;

    public T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    /// <summary>A value that the schema allows.</summary>
    public string Right(string name, JsonNode schema)
    {
        if (name == "movieId") return Any(films).ToString(CultureInfo.InvariantCulture);
        if (Known(name) is { } known) return known;
        if (name == "cursor" && _cursors.Count > 0) return Any(_cursors);
        if (name == "purpose") return Any<string>(["ratingsForOthers", "profileForPortraits"]);
        if (schema["enum"] is JsonArray names) return (string)Any([.. names])!;
        return (string)schema["type"]! switch
        {
            "array" => string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Right(name, schema["items"]!))),
            "boolean" => Any<string>(["true", "false"]),
            "integer" => random.NextInt64(Least(schema), Math.Min(Most(schema), Least(schema) + 100) + 1).ToString(CultureInfo.InvariantCulture),
            "number" => (random.NextDouble() * (Most(schema) - Least(schema)) + Least(schema)).ToString("F3", CultureInfo.InvariantCulture),
            _ => Any<string>(["heat", "Film 3", "en", "Drama", "film"]),
        };
    }

    /// <summary>A value at the edge of what the schema allows, or just beyond.</summary>
    public string Edge(string name, JsonNode schema)
    {
        if (schema["maximum"] is not null)
            return Any([Least(schema), Most(schema), Least(schema) - 1, Most(schema) + 1]).ToString(CultureInfo.InvariantCulture);
        if ((schema["maxItems"] ?? schema["maxLength"]) is { } most)
            return string.Join(schema["maxItems"] is null ? "" : ",", Enumerable.Repeat("1", (int)most + random.Next(2)));
        return name == "cursor" ? Cursor() : Hostile();
    }

    /// <summary>Anything.</summary>
    public string Hostile() => random.Next(12) switch
    {
        0 => new string('a', random.Next(6000)) + "!",
        1 => string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(1, 0xD800))),
        2 => Cursor(),
        3 => new string(Any(['(', ' ', '\t', '%', '\\', '"', 'é', ',']), random.Next(3000)),
        4 => Any(s_texts) + Any(s_texts),
        _ => Any(s_texts),
    };

    /// <summary>A piece of JSON that is seldom what is expected, and not always JSON.</summary>
    public string Json() => random.Next(10) switch
    {
        0 => string.Concat(Enumerable.Repeat("[", random.Next(2, 5000))),
        1 => Nested(random.Next(2, 500)),
        2 or 3 => Quoted(Hostile()),
        4 => string.Create(CultureInfo.InvariantCulture, $"{(random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)):R}"),
        _ => Any(s_json),
    };

    static string Nested(int depth) => $"{string.Concat(Enumerable.Repeat("{\"a\":[", depth))}1{string.Concat(Enumerable.Repeat("]}", depth))}";

    static string Quoted(string text) => JsonValue.Create(text.Replace('\uD800', '?')).ToJsonString();

    string Cursor()
    {
        if (_cursors.Count == 0 || random.Next(3) == 0)
        {
            var list = Any<string>(["ratings", "hot", "search", "reviews", "movies", "x"]);
            return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}\n{Any<string>(["NaN", "1", "-1e308", "x", ""])}\n{Any(s_texts)}"));
        }

        var cursor = Any(_cursors).ToCharArray();
        if (cursor.Length > 0) cursor[random.Next(cursor.Length)] = (char)random.Next(33, 127);
        return new string(cursor)[..random.Next(cursor.Length / 2, cursor.Length + 1)];
    }

    static long Least(JsonNode schema) => (long?)schema["minimum"] ?? int.MinValue;

    static long Most(JsonNode schema) => (long?)schema["maximum"] ?? int.MaxValue;
}
