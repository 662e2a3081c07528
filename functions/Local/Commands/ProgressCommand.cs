using System.CommandLine;
using Matinee.Core.Import;
using Matinee.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.Commands;

/// <summary>A command that takes its time: shows progress, and behind it what came of it.</summary>
static class ProgressCommand
{
    /// <summary>Gives a command the options of the backend, and what it does. With <paramref name="json"/> nothing but the deed's own output gets to standard output.</summary>
    public static void Set(Command command, Option<bool>? json, Func<ProgressDeed, Task<int>> deed)
    {
        var backend = new BackendArguments();
        backend.AddTo(command);
        if (json is not null) command.Add(json);
        command.SetAction((parsed, cancellation) =>
        {
            var console = parsed.InvocationConfiguration;
            var isJson = json is not null && parsed.GetValue(json);
            return CommandEnd.OfAsync(console, async () =>
            {
                using var log = new ConsoleLog(console.Error, isBrief: true);
                using var logs = LoggerFactory.Create(logging => logging.AddProvider(log));
                // Bars are drawn over and over where the cursor is: what is to stay is written behind them.
                await using var output = new StringWriter();
                try
                {
                    var code = ExitCode.Failed;
                    var options = backend.Of(parsed) with { Deadline = BackendOptions.BulkDeadline };
                    await ProgressView.ShowAsync(
                        isJson ? console.Error : console.Output,
                        async progress => code = await deed(new(parsed, options, logs, output, isJson, progress, cancellation)));
                    return code;
                }
                finally
                {
                    await console.Output.WriteAsync(output.ToString());
                }
            }, cancellation);
        });
    }
}

/// <summary>What a command that takes its time has at hand.</summary>
sealed record ProgressDeed(
    ParseResult Parsed,
    BackendOptions Options,
    ILoggerFactory Logs,
    TextWriter Output,
    bool IsJson,
    IProgress<ImportProgress> Progress,
    CancellationToken Cancellation)
{
    /// <summary>Opens the stores for as long as something is done with them; they must be there, unless they may begin with it.</summary>
    public async Task<T> WithStoreAsync<T>(Func<Backend, Task<T>> use, bool mayBegin = false)
    {
        if (!mayBegin && (Options.Cosmos is null || Options.Storage is null)) Options.RequireFolder();
        using var opened = await Backend.OpenAsync(Options, TimeProvider.System, Logs, Cancellation);
        return await use(opened);
    }
}
