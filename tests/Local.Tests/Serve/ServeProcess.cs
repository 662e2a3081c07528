using System.Diagnostics;
using Matinee.Local.Hosting;

namespace Matinee.Local.Tests.Serve;

/// <summary><c>matinee serve</c> as operators run it: a process of its own.</summary>
sealed class ServeProcess : IDisposable
{
    const string Ready = "Matinee is ready at ";

    // The machine may be busy with other tests.
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    readonly Process _process;

    ServeProcess(Process process) => _process = process;

    public static ServeProcess Start(params string[] arguments)
    {
        var program = Path.ChangeExtension(typeof(LocalHost).Assembly.Location, ".dll");
        return new(Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--no-site", "--no-train", "--empty", .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!);
    }

    /// <summary>Where it serves.</summary>
    public async Task<Uri> ReadyAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal)) return new(line[Ready.Length..]);
        }

        throw new InvalidOperationException($"It ended before it was ready: {await _process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>Asks it to end, as a system that shuts down does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end: the exit code, and what it said of errors.</summary>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        var errors = await _process.StandardError.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
