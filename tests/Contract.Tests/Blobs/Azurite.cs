using System.Diagnostics;

namespace Matinee.Contract.Tests.Blobs;

/// <summary>A running Azurite. It ends when this process ends, however that happens: it listens to our end of its input.</summary>
sealed class Azurite : IAsyncDisposable
{
    const string Account = "matinee";
    const string Ready = "successfully listens on ";
    const string Package = "dist/src/blob/main.js";
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    readonly Process _process;
    readonly DirectoryInfo _data;

    Azurite(Process process, DirectoryInfo data, string connection) => (_process, _data, Connection) = (process, data, connection);

    public string Connection { get; }

    public static async Task<Azurite> StartAsync(string package)
    {
        var key = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        var data = Directory.CreateTempSubdirectory("matinee-azurite-");
        // What follows -e is the program; the next argument stands where a program's path would.
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-e", "process.stdin.on('end', () => process.exit()).resume(); require(process.env.MATINEE_AZURITE)", "azurite",
                "--blobHost", "127.0.0.1", "--blobPort", "0", "--location", data.FullName, "--silent", "--disableTelemetry",
            },
            Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{key}", ["MATINEE_AZURITE"] = Path.Combine(package, Package) },
        };
        var process = Process.Start(start)!;
        var url = await UrlAsync(process).WaitAsync(s_patience);
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return new(process, data, $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};BlobEndpoint={url}/{Account};");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    static async Task<string> UrlAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf(Ready, StringComparison.Ordinal);
            if (at >= 0) return line[(at + Ready.Length)..].Trim();
        }

        throw new InvalidOperationException($"Azurite did not start: {await process.StandardError.ReadToEndAsync()}");
    }
}
