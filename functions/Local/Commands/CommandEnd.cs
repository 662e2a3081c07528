using System.CommandLine;
using Azure;
using Azure.Identity;
using Matinee.Core.Blobs;
using Matinee.Core.Models;
using Matinee.Core.Problems;
using Matinee.Core.Stores;
using Matinee.Core.Training;
using Matinee.Engine.Files;
using Matinee.Local.CosmosGateway;
using Matinee.Local.Hosting;
using Matinee.Local.Import;
using Matinee.Local.Parquet;

namespace Matinee.Local.Commands;

/// <summary>Ends every command alike: with one clear sentence where it did not work out, and an <see cref="ExitCode"/>.</summary>
static class CommandEnd
{
    public static async Task<int> OfAsync(InvocationConfiguration console, Func<Task<int>> deed, CancellationToken cancellation)
    {
        try
        {
            return await deed();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await console.Error.WriteLineAsync("Stopped. What is there is consistent; the same command once more completes it.");
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (CodeOf(error) is { } code)
        {
            await console.Error.WriteLineAsync(ErrorText.Of(error));
            return code;
        }
    }

    /// <summary>Null: a fault of ours, of which all is to be seen.</summary>
    static int? CodeOf(Exception error) => error switch
    {
        LocalException or ImportException or ParquetException or GatewayException or StoreAccessException or ModelMissingException or AuthenticationFailedException
            or ArgumentException or FormatException => ExitCode.Wrong,
        StoreException or IOException or UnauthorizedAccessException or BlobConflictException or ModelFileException or SnapshotDamagedException
            or ModelDamagedException or ModelConflictException or ProblemException or RequestFailedException or HttpRequestException or InvalidOperationException => ExitCode.Failed,
        // Azure's SDKs gather what each of their tries ended with.
        AggregateException { InnerException: { } first } => CodeOf(first),
        _ => null,
    };
}
