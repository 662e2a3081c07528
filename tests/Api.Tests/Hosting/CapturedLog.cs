using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Tests.Hosting;

/// <summary>Keeps all that a host logs, at every level: the message, what it was made of, and the failure.</summary>
sealed class CapturedLog : ILoggerProvider
{
    readonly ConcurrentQueue<string> _texts = new();

    public IReadOnlyList<string> Texts => [.. _texts];

    public void AddTo(IServiceCollection services) =>
        services.AddSingleton<ILoggerProvider>(this).Configure<LoggerFilterOptions>(static filter => filter.MinLevel = LogLevel.Trace);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _texts);

    public void Dispose()
    {
        // The texts are there until the last one has asked for them.
    }

    sealed class Logger(string category, ConcurrentQueue<string> texts) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            texts.Enqueue($"{category} within {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var parts = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join("; ", named.Select(static one => $"{one.Key}={one.Value}")) : "";
            texts.Enqueue($"{category}: {formatter(state, exception)} [{parts}] {exception}");
        }
    }
}
