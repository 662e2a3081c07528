using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using Matinee.Local.Hosting;

namespace Matinee.Tests.Support;

/// <summary>A real <c>matinee</c> in a process of its own, which can be killed.</summary>
sealed class MatineeProcess : IAsyncDisposable
{
    const string Ready = "ready at ";
    const int KeptErrors = 200;

    // The machine may be busy with other tests.
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    readonly Process _process;
    readonly LogWatch _watch = new();
    readonly ConcurrentQueue<string> _errors = [];
    readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    MatineeProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is not null) _watch.Hear(line.Data);
            if (line.Data?.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at) _ready.TrySetResult(new(line.Data[(at + Ready.Length)..]));
            if (line.Data is null) _ready.TrySetException(new InvalidOperationException($"It ended before it was ready: {Errors}"));
        };
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) return;
            _watch.Hear(line.Data);
            _errors.Enqueue(line.Data);
            if (_errors.Count > KeptErrors) _errors.TryDequeue(out string? _);
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>What it last said of errors.</summary>
    public string Errors => string.Join('\n', _errors);

    public bool HasExited => _process.HasExited;

    /// <summary><c>matinee serve</c>, the API alone.</summary>
    public static MatineeProcess Serve(string folder, params string[] more) =>
        ServeWith(["--port", "0", "--data", folder, .. more]);

    /// <summary>The same with these arguments alone.</summary>
    public static MatineeProcess ServeWith(params string[] arguments) => new(StartOf("dotnet", [Program, "serve", "--no-site", "--no-train", "--empty", .. arguments]));

    /// <summary>The same, told some settings by its environment.</summary>
    public static MatineeProcess ServeAs(IEnumerable<KeyValuePair<string, string>> settings, string folder, params string[] more)
    {
        var start = StartOf("dotnet", [Program, "serve", "--no-site", "--no-train", "--empty", "--port", "0", "--data", folder, .. more]);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return new(start);
    }

    /// <summary>The same under limits that a shell sets first.</summary>
    public static MatineeProcess ServeUnder(string limits, string folder)
    {
        var start = StartOf("sh", ["-c", $"{limits}; exec dotnet \"$0\" serve --no-site --no-train --empty --port 0 --data \"$1\"", Program, folder]);
        // The runtime's own mappings would meet the limit of file sizes, too.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new(start);
    }

    /// <summary><c>matinee cosmos</c>: the store as an account for several.</summary>
    public static MatineeProcess Cosmos(string folder) => new(StartOf("dotnet", [Program, "cosmos", "--port", "0", "--data", Path.Combine(folder, "cosmos")]));

    static string Program => Path.ChangeExtension(typeof(LocalHost).Assembly.Location, ".dll");

    /// <summary>Where it serves, as soon as it does.</summary>
    public Task<Uri> ReadyAsync() => _ready.Task.WaitAsync(s_patience);

    /// <summary>A client of a viewer.</summary>
    public async Task<HttpClient> ClientAsync(string? token = null)
    {
        _watch.Keep(token);
        var client = new HttpClient(_watch.Around(new SocketsHttpHandler { UseCookies = false })) { BaseAddress = new(await ReadyAsync(), "/api/v1/"), Timeout = TimeSpan.FromSeconds(30) };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Asks it to end, as a system that shuts down does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end: the exit code, and what it said of errors.</summary>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, Errors);
    }

    /// <summary>As <c>kill -9</c> does: nothing of it runs any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>How long processors have worked for it: the same however busy the machine is with others.</summary>
    public TimeSpan Work
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory in bytes, threads and open handles now.</summary>
    public (long Memory, int Threads, int Handles) Look()
    {
        _process.Refresh();
        return (_process.WorkingSet64, _process.Threads.Count, Directory.Exists($"/proc/{Id}/fd") ? Directory.GetFileSystemEntries($"/proc/{Id}/fd").Length : _process.HandleCount);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _ = _ready.Task.Exception;
        _watch.Verify();
    }

    static ProcessStartInfo StartOf(string program, string[] arguments) =>
        new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}
