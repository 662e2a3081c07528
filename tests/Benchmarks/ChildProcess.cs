using System.Diagnostics;
using System.Reflection;

namespace Matinee.Benchmarks;

/// <summary>This program once more, for one figure: what the measurements before have left in memory is not in it.</summary>
static class ChildProcess
{
    public static IReadOnlyDictionary<string, string> Measure(string step, int size, int threads)
    {
        Console.Error.WriteLine($"{step}, {size:N0} ratings");
        return RunAsync("scale", "--step", step, "--simulate", $"{size}", "--threads", $"{threads}").GetAwaiter().GetResult();
    }

    /// <summary>Runs a command of this program and gives the figures it ends with.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(params string[] arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know its own path.");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var last = (await process.StandardOutput.ReadToEndAsync()).TrimEnd().Split('\n')[^1];
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && ResultLine.Read(last) is { } result
            ? result
            : throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with code {process.ExitCode}: {last}");
    }
}
