using System.Net;
using System.Net.Sockets;
using Matinee.Core.Import;

namespace Matinee.Local.Import.Sources;

/// <summary>Gets an archive over http or https into a temporary file.</summary>
static class Download
{
    const int BufferBytes = 1 << 17;
    const int MostRedirects = 5;

    /// <exception cref="ImportException">It can't be had, or may not be asked for.</exception>
    public static async Task<IInputFiles> OpenAsync(
        string address, DownloadOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp))
            throw new ImportException($"{address} is no address that can be downloaded: it must begin with https:// or http://.");
        var file = Path.GetTempFileName();
        try
        {
            await FetchAsync(url, file, options, progress, cancellation);
            return new ZipFiles(file, Path.GetFileNameWithoutExtension(url.AbsolutePath), () => File.Delete(file));
        }
        catch (Exception error)
        {
            File.Delete(file);
            throw error is HttpRequestException or IOException or SocketException
                ? new ImportException($"{address} can't be downloaded: {error.Message}", error)
                : error;
        }
    }

    static async Task FetchAsync(Uri url, string file, DownloadOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler
        {
            MaxAutomaticRedirections = MostRedirects,
            ConnectTimeout = options.Patience,
            // A proxy would connect in our place, where the check below does not see it.
            UseProxy = options.AllowPrivate,
            ConnectCallback = (context, stop) => ConnectAsync(context.DnsEndPoint, options.AllowPrivate, stop),
        };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            silence.CancelAfter(options.Patience);
            using var response = await client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            if (!response.IsSuccessStatusCode) throw new ImportException($"{url} answers {(int)response.StatusCode} {response.ReasonPhrase}.");
            var length = response.Content.Headers.ContentLength;
            if (length > options.MostBytes) throw TooLarge(url, options);
            await using var from = await response.Content.ReadAsStreamAsync(silence.Token);
            await using var to = File.Create(file);
            var buffer = new byte[BufferBytes];
            var got = 0L;
            while (true)
            {
                silence.CancelAfter(options.Patience);
                var read = await from.ReadAsync(buffer, silence.Token);
                if (read == 0) break;
                got += read;
                if (got > options.MostBytes) throw TooLarge(url, options);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
                progress?.Report(new("Downloading", length is { } all ? (double)got / all : null, got));
            }

            if (length is { } said && got < said) throw new ImportException($"{url} was cut off after {got:N0} of {said:N0} bytes. Try again.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ImportException($"{url} said nothing for {options.Patience.TotalSeconds:0} seconds. Try again later.");
        }
    }

    // Looked at when connecting and not before, so that a name can't mean another address by then; redirects come by here as well.
    static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool allowPrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        var allowed = allowPrivate ? addresses : Array.FindAll(addresses, PublicAddress.Is);
        if (allowed.Length == 0)
            throw new ImportException($"{to.Host} is in a private network. Say --allow-private if that is meant.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    static ImportException TooLarge(Uri url, DownloadOptions options) =>
        new($"{url} has more than the {options.MostBytes:N0} bytes that are allowed.");
}
