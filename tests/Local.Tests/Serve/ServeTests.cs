using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Matinee.Core.Catalog;
using Matinee.Local.Commands;
using Matinee.Local.Hosting;
using Matinee.Local.Tests.Commands;
using Microsoft.Extensions.Logging.Abstractions;

namespace Matinee.Local.Tests.Serve;

/// <summary>How serving begins and ends, and what it says where it can't begin.</summary>
public sealed class ServeTests : IDisposable
{
    const int Films = 2000;
    const int Writers = 8;

    static readonly TimeSpan s_end = TimeSpan.FromSeconds(5);

    readonly TemporaryFolder _folder = new(inMemory: true);

    string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_TerminatedWhileRatingsAreWritten_EndsSoonAndKeepsAllThatWereAcknowledged()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that asks a process to end.");
        await AddFilmsAsync();
        var acknowledged = new List<int>();
        string token;
        await using (var first = MatineeProcess.ServeWith("--data", Data, "--port", "0"))
        {
            using var client = new HttpClient { BaseAddress = new(await first.ReadyAsync(), "/api/v1/") };
            token = await JoinAsync(client);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var next = 0;
            var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(client, () => Interlocked.Increment(ref next), acknowledged))).ToList();
            while (CountOf(acknowledged) < 50) await Task.Delay(5, TestContext.Current.CancellationToken);

            var asked = Stopwatch.GetTimestamp();
            first.Terminate();
            var (code, errors) = await first.EndAsync();

            var took = Stopwatch.GetElapsedTime(asked);
            await Task.WhenAll(writers);
            Assert.True(code == ExitCode.Done, $"{code}: {errors}");
            Assert.True(took < s_end, $"it took {took}");
            Assert.InRange(CountOf(acknowledged), 50, Films - 1);
        }

        await using var second = MatineeProcess.ServeWith("--data", Data, "--port", "0");
        using var again = new HttpClient { BaseAddress = new(await second.ReadyAsync(), "/api/v1/") };
        again.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var kept = await RatedAsync(again);
        Assert.Empty(acknowledged.Except(kept));
    }

    [Fact]
    public async Task Serve_PortTaken_SaysSoInASentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await AssertWrongAsync([$"Port {port}", "--port"], "--data", Data, "--port", $"{port}");
    }

    [Theory]
    [InlineData("70000")]
    [InlineData("-1")]
    public async Task Serve_NoPort_SaysWhichThereAre(string port)
    {
        var said = await CommandLine.RunAsync("serve", "--data", Data, "--port", port);

        Assert.Equal(ExitCode.Wrong, said.Code);
        Assert.Contains($"--port {port} is no port: give one from 0 to 65535", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_FolderIsAFile_SaysSo()
    {
        var file = _folder.Write("file", "not a folder");
        await AssertWrongAsync([file, "is a file", "--data"], "--data", file, "--port", "0");
        await AssertWrongAsync([file, "can't be used", "--data"], "--data", Path.Combine(file, "below"), "--port", "0");
    }

    [Fact]
    public async Task Serve_HeadOfAJournalDamaged_NamesTheFileAndWhatToDo()
    {
        await AddFilmsAsync();
        var journal = Directory.GetFiles(Data, "movies*.journal", SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken);
        bytes[0] ^= 0xFF;
        await File.WriteAllBytesAsync(journal, bytes, TestContext.Current.CancellationToken);

        await AssertWrongAsync([journal, "Restore it from a backup"], "--data", Data, "--port", "0");
    }

    [Theory]
    [InlineData("AccountEndpoint=", "--cosmos", "nonsense")]
    [InlineData("http://localhost:1/ can't be used", "--cosmos", "AccountEndpoint=http://localhost:1/;AccountKey=c2VjcmV0")]
    [InlineData("neither a URL nor a connection string", "--storage", "AccountKey=c2VjcmV0")]
    public async Task Serve_WrongAccount_SaysWhichAndNotTheKey(string expected, string option, string account) =>
        await AssertWrongAsync([expected, option], "--data", Data, "--port", "0", option, account);

    [Fact]
    public async Task Serve_StoreRefusesTheKey_SaysSo()
    {
        using var gateway = Start("cosmos", "--port", "0", "--data", Path.Combine(_folder.Path, "other"));
        try
        {
            var line = (await gateway.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
            var address = line[line.IndexOf("http", StringComparison.Ordinal)..];
            var key = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('s', 64)));

            await AssertWrongAsync([address, "401", "--cosmos"], "--data", Data, "--port", "0", "--cosmos", $"AccountEndpoint={address};AccountKey={key}");
        }
        finally
        {
            gateway.Kill();
            await gateway.WaitForExitAsync(CancellationToken.None);
        }
    }

    static async Task AssertWrongAsync(string[] expected, params string[] arguments)
    {
        await using var process = MatineeProcess.ServeWith(arguments);
        var (code, errors) = await process.EndAsync();
        Assert.True(code == ExitCode.Wrong, $"{code}: {errors}");
        Assert.All(expected, part => Assert.Contains(part, errors, StringComparison.Ordinal));
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("c2VjcmV0", errors, StringComparison.Ordinal);
    }

    async Task AddFilmsAsync()
    {
        using var backend = await Backend.OpenAsync(new() { Data = Data, Deadline = BackendOptions.BulkDeadline }, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        await backend.Stores.Movies.SaveAsync([.. Enumerable.Range(1, Films).Select(static id => new Movie { Id = id, Title = $"Film {id}" })]);
    }

    static async Task<string> JoinAsync(HttpClient client)
    {
        using var answer = await client.PostAsJsonAsync("accounts", new { loginName = "zoe", password = "three unrelated words" });
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["token"]!;
    }

    /// <summary>Rates one film after the other until nobody answers any more.</summary>
    static async Task WriteAsync(HttpClient client, Func<int> next, List<int> acknowledged)
    {
        for (var film = next(); film <= Films; film = next())
        {
            try
            {
                using var answer = await client.PutAsJsonAsync($"me/ratings/{film}", new { stars = 4 });
                if (answer.StatusCode != HttpStatusCode.Created) continue;
                lock (acknowledged) acknowledged.Add(film);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    static int CountOf(List<int> list)
    {
        lock (list) return list.Count;
    }

    static async Task<HashSet<int>> RatedAsync(HttpClient client)
    {
        var rated = new HashSet<int>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = JsonNode.Parse(await client.GetStringAsync($"me/ratings?limit=50{cursor}"))!;
            rated.UnionWith(page["items"]!.AsArray().Select(static one => (int)one!["movie"]!["id"]!));
            cursor = (string?)page["nextCursor"] is { } next ? $"&cursor={next}" : null;
        }

        return rated;
    }

    static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.ChangeExtension(typeof(LocalHost).Assembly.Location, ".dll"), .. arguments]) { RedirectStandardOutput = true })!;
}
