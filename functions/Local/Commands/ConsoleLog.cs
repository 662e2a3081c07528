using Microsoft.Extensions.Logging;

namespace Matinee.Local.Commands;

/// <summary>Warnings and errors, one line each, for whoever sits before the screen.</summary>
sealed class ConsoleLog(TextWriter target) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Lines(target);

    public void Dispose()
    {
    }

    sealed class Lines(TextWriter target) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            lock (target)
            {
                target.WriteLine($"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}");
                if (exception is not null) target.WriteLine(exception);
            }
        }
    }
}
