using System.Diagnostics;
using System.Reflection;

namespace Matinee.Benchmarks;

/// <summary>This program once more, for one figure: what the measurements before have left in memory is not in it.</summary>
static class ChildProcess
{
    public static IReadOnlyDictionary<string, string> Measure(string step, int size, int threads)
    {
        Console.Error.WriteLine($"{step}, {size:N0} ratings");
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know its own path.");
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet") start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        string[] arguments = ["scale", "--step", step, "--simulate", $"{size}", "--threads", $"{threads}"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var last = process.StandardOutput.ReadToEnd().TrimEnd().Split('\n')[^1];
        process.WaitForExit();
        return process.ExitCode == 0 && ResultLine.Read(last) is { } result
            ? result
            : throw new InvalidOperationException($"Measuring {step} with {size:N0} ratings ended with code {process.ExitCode}: {last}");
    }
}
