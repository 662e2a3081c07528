using System.CommandLine;
using Matinee.Core.Import;
using Matinee.Local.Hosting;
using Microsoft.Extensions.Logging;

namespace Matinee.Local.Commands;

/// <summary>A command on the stores, which are open from its beginning to its end.</summary>
static class StoreCommand
{
    /// <summary>Gives a command the options of the stores and what it does with them.</summary>
    public static void Set(Command command, Func<StoreDeed, Task> deed) => Set(command, null, one => DoneAsync(deed, one));

    /// <summary>As <see cref="Set(Command, Func{StoreDeed, Task})"/>, for what fills stores: an empty one is begun where there is none.</summary>
    public static void SetFilling(Command command, Func<StoreDeed, Task> deed) => Set(command, null, one => DoneAsync(deed, one), mayBegin: true);

    /// <summary>As the other; with <paramref name="json"/> nothing but the deed's own output gets to standard output.</summary>
    public static void Set(Command command, Option<bool>? json, Func<StoreDeed, Task<int>> deed, bool mayBegin = false) =>
        ProgressCommand.Set(command, json, one => one.WithStoreAsync(opened =>
            deed(new(one.Parsed, one.Options, opened, one.Logs, one.Output, one.IsJson, one.Progress, one.Cancellation)), mayBegin));

    static async Task<int> DoneAsync(Func<StoreDeed, Task> deed, StoreDeed one)
    {
        await deed(one);
        return ExitCode.Done;
    }
}

/// <summary>What a command on the stores has at hand.</summary>
sealed record StoreDeed(
    ParseResult Parsed,
    BackendOptions Options,
    Backend Store,
    ILoggerFactory Logs,
    TextWriter Output,
    bool IsJson,
    IProgress<ImportProgress> Progress,
    CancellationToken Cancellation);
