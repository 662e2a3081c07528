using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matinee.Benchmarks;

/// <summary>What the numbers were measured on: without it they say nothing.</summary>
static class Machine
{
    public static void Print()
    {
        var vectors = Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : "128";
        Console.WriteLine($"{Cpu()}, {Environment.ProcessorCount} cores, {vectors}-bit vectors");
        Console.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
#if DEBUG
        Console.WriteLine("A Debug build: times mean nothing; use -c Release.");
#endif
    }

    static string Cpu()
    {
        const string Linux = "/proc/cpuinfo";
        var lines = File.Exists(Linux) ? File.ReadLines(Linux) : [];
        var line = lines.FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unnamed processor";
    }
}
