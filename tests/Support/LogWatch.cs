using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Matinee.Tests.Support;

/// <summary>
/// Hears all that a host logs, and what its clients say of people: passwords, names, addresses, texts, tokens. When the host ends, none of the one
/// may be in the other. With MATINEE_TEST_LOGS the logs are kept in that folder as well, and <c>tests/run</c> looks through all of them once more.
/// </summary>
sealed partial class LogWatch : ILoggerProvider
{
    // What is shorter is in some log by chance.
    const int ShortestSecret = 8;

    static readonly string[] s_personal = ["password", "oldPassword", "newPassword", "loginName", "name", "occupation", "device", "text", "review"];

    readonly ConcurrentQueue<string> _texts = [];
    readonly ConcurrentDictionary<string, string> _secrets = new(PlantedSecrets.All.Select(static one => KeyValuePair.Create(one, "planted")));

    /// <summary>How many lines were heard.</summary>
    public int Lines => _texts.Count;

    /// <summary>A line that was logged elsewhere, such as in another process.</summary>
    public void Hear(string text) => _texts.Enqueue(text);

    /// <summary>A token that must not be seen.</summary>
    public void Keep(string? token)
    {
        if (token is not null) Keep(token, "token");
    }

    /// <summary>A client whose requests are listened to.</summary>
    public HttpMessageHandler Around(HttpMessageHandler inner) => new Ear(this, inner);

    /// <summary>Nothing of people was logged.</summary>
    /// <exception cref="LeakException">Something was.</exception>
    public void Verify()
    {
        var secrets = SearchValues.Create([.. _secrets.Keys], StringComparison.Ordinal);
        foreach (var text in _texts)
        {
            if (TokenShape().IsMatch(text)) throw new LeakException("a token", text);
            if (text.AsSpan().IndexOfAny(secrets) is var at and >= 0) throw new LeakException(_secrets.First(one => text.AsSpan(at).StartsWith(one.Key)).Value, text);
        }

        // What failed has been told of; the watch's own tests fail on purpose.
        Write();
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        // The texts are looked through when all is over.
    }

    void Keep(string secret, string what)
    {
        if (secret.Length >= ShortestSecret) _secrets.TryAdd(secret, what);
    }

    void Write()
    {
        if (Environment.GetEnvironmentVariable("MATINEE_TEST_LOGS") is { Length: > 0 } folder && !_texts.IsEmpty)
            File.WriteAllLines(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{Guid.NewGuid():N}.log"), _texts);
    }

    void Listen(JsonNode? node)
    {
        if (node is JsonArray all)
        {
            foreach (var one in all) Listen(one);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields)
            {
                if (s_personal.Contains(name) && value is JsonValue text && text.GetValueKind() == JsonValueKind.String) Keep((string)text!, name);
                else Listen(value);
            }
        }
    }

    // As SessionTokens makes them.
    [GeneratedRegex(@"\b[0-9a-f]{32}\.[A-Za-z0-9_-]{43}")]
    private static partial Regex TokenShape();

    sealed class Ear(LogWatch watch, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                // Bodies of other kinds are sent as they come, and must not be read before.
                if (request.Content is JsonContent json) watch.Listen(JsonSerializer.SerializeToNode(json.Value, json.ObjectType, JsonSerializerOptions.Web));
                else if (request.Content is StringContent text) watch.Listen(JsonNode.Parse(await text.ReadAsStringAsync(cancellationToken)));
            }
            catch (JsonException)
            {
                // Broken on purpose: what such a test plants is in the list.
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    sealed class Logger(LogWatch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var parts = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join("; ", named.Select(static one => $"{one.Key}={one.Value}")) : "";
            watch.Hear($"{category}: {formatter(state, exception)} [{parts}] {exception}");
        }
    }
}

/// <summary>A log holds what people have said.</summary>
sealed class LeakException(string what, string text) : Exception($"A log holds {what}: {text}");
