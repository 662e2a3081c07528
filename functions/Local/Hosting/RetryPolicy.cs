using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Local.Hosting;

/// <summary>How often and when a failed function is called again, as its attribute says.</summary>
/// <param name="MaxRetries">How often; -1: for as long as it takes.</param>
/// <param name="First">Before the first time.</param>
/// <param name="Longest">No wait is longer; each is twice as long as the one before.</param>
sealed record RetryPolicy(int MaxRetries, TimeSpan First, TimeSpan Longest)
{
    static readonly RetryPolicy s_none = new(0, TimeSpan.Zero, TimeSpan.Zero);

    public static RetryPolicy Of(MethodInfo function)
    {
        if (function.GetCustomAttribute<FixedDelayRetryAttribute>() is { } same) return new(same.MaxRetryCount, Time(same.DelayInterval), Time(same.DelayInterval));
        return function.GetCustomAttribute<ExponentialBackoffRetryAttribute>() is { } growing
            ? new(growing.MaxRetryCount, Time(growing.MinimumInterval), Time(growing.MaximumInterval))
            : s_none;
    }

    /// <summary>The wait before another try; null: there is no other.</summary>
    public TimeSpan? WaitBefore(int retry)
    {
        if (MaxRetries >= 0 && retry > MaxRetries) return null;
        var seconds = First.TotalSeconds * Math.Pow(2, Math.Min(retry - 1, 30));
        return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
    }

    static TimeSpan Time(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
