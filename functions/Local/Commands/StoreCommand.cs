using System.CommandLine;
using Matinee.Core.Blobs;
using Matinee.Core.Import;
using Matinee.Core.Models;
using Matinee.Core.Stores;
using Matinee.Core.Training;
using Matinee.Engine.Files;
using Matinee.Local.CosmosGateway;
using Matinee.Local.Import;

namespace Matinee.Local.Commands;

/// <summary>A command on the stores: opens them, shows progress, and ends with one clear line whatever happens.</summary>
static class StoreCommand
{
    const int Failed = 1;
    const int Interrupted = 130;

    /// <summary>Gives a command the options of the stores and what it does with them.</summary>
    public static void Set(Command command, Func<StoreDeed, Task> deed)
    {
        var store = new StoreArguments();
        store.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(parsed, store, deed, cancellation));
    }

    static async Task<int> RunAsync(ParseResult parsed, StoreArguments arguments, Func<StoreDeed, Task> deed, CancellationToken cancellation)
    {
        var console = parsed.InvocationConfiguration;
        try
        {
            using var store = await arguments.OpenAsync(parsed, cancellation);
            await ProgressView.ShowAsync(console.Output, progress => deed(new(parsed, store, console.Output, progress, cancellation)));
            return 0;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("Stopped. What is there is consistent; the same command once more completes it.");
            return Interrupted;
        }
        catch (Exception error) when (IsTold(error))
        {
            await console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
    }

    static bool IsTold(Exception error) =>
        error is ImportException or GatewayException or StoreException or ArgumentException or IOException or UnauthorizedAccessException
            or BlobConflictException or ModelFileException or SnapshotDamagedException or ModelDamagedException or InvalidOperationException;
}

/// <summary>What a command on the stores has at hand.</summary>
sealed record StoreDeed(ParseResult Parsed, OpenStore Store, TextWriter Output, IProgress<ImportProgress> Progress, CancellationToken Cancellation);
