using System.Diagnostics;

namespace Matinee.Api.Tests.Hosting;

/// <summary>Waits for what happens in the background.</summary>
static class Patience
{
    static readonly TimeSpan s_most = TimeSpan.FromSeconds(30);
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(25);

    public static Task UntilAsync(Func<Task<bool>> condition, string what) => ForAsync(async () => await condition() ? "" : null, what);

    /// <summary>Asks until there is an answer.</summary>
    public static async Task<T> ForAsync<T>(Func<Task<T?>> ask, string what) where T : class
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(s_pause))
        {
            if (await ask() is { } answer) return answer;
            Assert.True(watch.Elapsed < s_most, $"It does not come to: {what}");
        }
    }
}
