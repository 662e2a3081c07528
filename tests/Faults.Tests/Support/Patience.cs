using System.Diagnostics;

namespace Matinee.Faults.Tests.Support;

/// <summary>Waits for what happens in the background, generously: the machine may be busy with other tests.</summary>
static class Patience
{
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until it is so, and says how long that took.</summary>
    public static async Task<TimeSpan> UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? most = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < (most ?? Most), $"It does not come to: {what}");
            await Task.Delay(s_pause);
        }

        return watch.Elapsed;
    }
}
