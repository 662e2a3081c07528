using System.Diagnostics;
using Matinee.Contract.Tests.Models;

namespace Matinee.Contract.Tests.Blobs;

/// <summary>Another process with a part to play: this test program once more.</summary>
sealed class ChildProcess : IDisposable
{
    const string Mark = "play";

    static readonly Dictionary<string, Func<string, Task>> s_parts = new()
    {
        [nameof(SharedFolder.CountAsync)] = SharedFolder.CountAsync,
        [nameof(SharedFolder.PublishForeverAsync)] = SharedFolder.PublishForeverAsync,
    };

    readonly Process _process;
    readonly Task<string> _errors;

    ChildProcess(Process process) => (_process, _errors) = (process, process.StandardError.ReadToEndAsync());

    public static ChildProcess Start(string part, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in new[] { Mark, part, folder }) start.ArgumentList.Add(argument);
        return new(Process.Start(start)!);
    }

    public static bool IsOne(string[] arguments) => arguments is [Mark, _, _];

    public static async Task<int> PlayAsync(string[] arguments)
    {
        await s_parts[arguments[1]](arguments[2]);
        return 0;
    }

    /// <summary>The hard way: no handler, no finally, no disposing.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task SucceedAsync()
    {
        await _process.WaitForExitAsync();
        Assert.True(_process.ExitCode == 0, await _errors);
    }

    public void Dispose() => _process.Dispose();
}
