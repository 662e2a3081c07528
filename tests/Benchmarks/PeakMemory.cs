using System.Diagnostics;
using System.Globalization;

namespace Matinee.Benchmarks;

/// <summary>The most memory the process has had since this was made, above what it had then.</summary>
sealed class PeakMemory
{
    const string Status = "/proc/self/status";
    const string Reset = "/proc/self/clear_refs";

    readonly long _before;

    public PeakMemory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (File.Exists(Reset)) File.WriteAllText(Reset, "5"); // Linux: the high-water mark falls to what is resident now
        _before = OfProcess;
    }

    /// <summary>Bytes above the start.</summary>
    public long Bytes => OfProcess - _before;

    /// <summary>The high-water mark of resident memory: since it was last reset on Linux, since the start of the process elsewhere.</summary>
    public static long OfProcess
    {
        get
        {
            if (!File.Exists(Status)) return Process.GetCurrentProcess().PeakWorkingSet64;
            var line = File.ReadLines(Status).First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.AsSpan("VmHWM:".Length).Trim().TrimEnd("kB").Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }
}
