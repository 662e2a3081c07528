using System.CommandLine;
using Matinee.Core.Blobs;
using Matinee.Local.Hosting;

namespace Matinee.Local.Commands;

/// <summary>A command on the blobs alone, which works while the store is open elsewhere, such as in the server.</summary>
static class BlobsCommand
{
    public static void Set(Command command, Func<BlobsDeed, Task> deed)
    {
        var backend = new BackendArguments();
        backend.AddTo(command);
        var json = new Option<bool>("--json") { Description = "Give JSON." };
        command.Add(json);
        command.SetAction((parsed, cancellation) => CommandEnd.OfAsync(parsed.InvocationConfiguration, async () =>
        {
            var options = backend.Of(parsed);
            if (options.Storage is null) options.RequireFolder();
            var blobs = await Backend.OpenBlobsAsync(options, cancellation);
            await deed(new(parsed, blobs, parsed.InvocationConfiguration.Output, parsed.GetValue(json), cancellation));
            return ExitCode.Done;
        }, cancellation));
    }
}

/// <summary>What a command on the blobs has at hand.</summary>
sealed record BlobsDeed(ParseResult Parsed, IBlobs Blobs, TextWriter Output, bool IsJson, CancellationToken Cancellation);
