using Microsoft.Extensions.Logging;

namespace Matinee.Contract.Tests.Gateway;

/// <summary>Keeps what is reported.</summary>
sealed class RecordingLog : ILogger
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Lines) Lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
