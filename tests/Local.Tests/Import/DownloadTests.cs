using System.Net;
using System.Net.Sockets;
using System.Text;
using Matinee.Local.Import;
using Matinee.Local.Import.Sources;

namespace Matinee.Local.Tests.Import;

/// <summary>Archives over http, from a server that says exactly what it is told to.</summary>
public sealed class DownloadTests : IDisposable
{
    static readonly DownloadOptions s_allowed = new() { AllowPrivate = true };

    readonly TemporaryFolder _folder = new(inMemory: true);
    readonly TcpListener _server = new(IPAddress.Loopback, 0);

    public DownloadTests() => _server.Start();

    string Address => $"http://127.0.0.1:{((IPEndPoint)_server.LocalEndpoint).Port}/sets/ml-test.zip";

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Open_Archive_GivesItsFilesAndLeavesNoneBehind()
    {
        var zip = await File.ReadAllBytesAsync(SampleSets.Zip(_folder, SampleSets.Csv(_folder)), TestContext.Current.CancellationToken);
        var serving = AnswerAsync(Whole(zip));
        var files = await OpenAsync(s_allowed);
        await serving;

        Assert.Equal("ml-test", InputLocation.SourceNameOf(files));
        var before = TemporaryArchives(zip.Length);
        files.Dispose();
        Assert.Equal(before - 1, TemporaryArchives(zip.Length));
    }

    [Fact]
    public async Task Import_FromAnAddress_GivesWhatTheArchiveGives()
    {
        await using var store = await LocalStore.OpenAsync();
        var zip = await File.ReadAllBytesAsync(SampleSets.Zip(_folder, SampleSets.Csv(_folder)), TestContext.Current.CancellationToken);
        var serving = AnswerAsync(Redirect("/elsewhere/other.zip"), Whole(zip));
        var (outcome, problems) = await SampleSets.ImportAsync(store, Address, download: s_allowed);
        await serving;
        Assert.Equal(new(6, 3, 4, 4, 0, 4), outcome);
        Assert.Equal(0, problems.Count);
    }

    [Fact]
    public async Task Open_WhatIsNotThere_NamesTheAnswer()
    {
        var serving = AnswerAsync(Text("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
        var error = await Assert.ThrowsAsync<ImportException>(() => OpenAsync(s_allowed));
        await serving;
        Assert.Contains("404 Not Found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_CutOffOnTheWay_IsRefused()
    {
        var serving = AnswerAsync(Text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\nPK"));
        var error = await Assert.ThrowsAsync<ImportException>(() => OpenAsync(s_allowed));
        await serving;
        Assert.Contains(Address, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 5000\r\n")]
    [InlineData("")]
    public async Task Open_MoreThanAllowed_StopsWhetherItIsSaidOrNot(string length)
    {
        var serving = AnswerAsync(Text($"HTTP/1.1 200 OK\r\n{length}Connection: close\r\n\r\n{new string('x', 5000)}"));
        var error = await Assert.ThrowsAsync<ImportException>(() => OpenAsync(s_allowed with { MostBytes = 1000 }));
        await serving;
        Assert.Contains("more than the 1,000 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_SilentServer_IsGivenUp()
    {
        var connected = _server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<ImportException>(() => OpenAsync(s_allowed with { Patience = TimeSpan.FromSeconds(0.3) }));
        (await connected).Dispose();
        Assert.Contains("said nothing for", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_NoOneListening_NamesTheAddress()
    {
        var address = Address;
        _server.Stop();
        var error = await Assert.ThrowsAsync<ImportException>(() => InputLocation.OpenAsync(address, s_allowed, null, TestContext.Current.CancellationToken));
        Assert.Contains($"{address} can't be downloaded", error.Message, StringComparison.Ordinal);
    }

    Task<IInputFiles> OpenAsync(DownloadOptions options) => InputLocation.OpenAsync(Address, options, null, TestContext.Current.CancellationToken);

    // The system's folder for temporary files is everyone's: only files of exactly this size are ours, but for a great chance.
    static int TemporaryArchives(long bytes) => new DirectoryInfo(Path.GetTempPath()).EnumerateFiles("*.tmp").Count(file => file.Length == bytes);

    /// <summary>Answers one request after the other, each on a connection of its own.</summary>
    async Task AnswerAsync(params byte[][] answers)
    {
        foreach (var answer in answers)
        {
            using var client = await _server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            using var request = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            while (await request.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 })
            {
            }

            try
            {
                await stream.WriteAsync(answer, TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                // Who has heard enough hangs up: what that gives is for the caller to look at.
            }
        }
    }

    static byte[] Whole(byte[] body) => [.. Text($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    static byte[] Redirect(string to) => Text($"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);
}
