using Microsoft.Extensions.Logging;

namespace Matinee.Local.Commands;

/// <summary>Warnings and errors, one line each, for whoever sits before the screen.</summary>
/// <param name="target">Where they are written.</param>
/// <param name="isBrief">Without traces: for commands, which say what was wrong when they end.</param>
sealed class ConsoleLog(TextWriter target, bool isBrief = false) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Lines(target, isBrief);

    public void Dispose()
    {
    }

    sealed class Lines(TextWriter target, bool isBrief) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            lock (target)
            {
                target.WriteLine($"{logLevel.ToString().ToLowerInvariant()}: {formatter(state, exception)}");
                if (exception is not null && !isBrief) target.WriteLine(exception);
            }
        }
    }
}
