using System.Collections.Concurrent;
using System.Globalization;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Http;

/// <summary>How many requests one address may make; 0 for any number.</summary>
/// <param name="PerMinute">Requests a minute.</param>
public sealed record RequestLimitOptions(int PerMinute = 0);

/// <summary>Counts the requests of each address by the minute, in this process, and refuses what is too many.</summary>
public sealed class RequestLimits(RequestLimitOptions options, TimeProvider clock)
{
    const int MaxAddresses = 100_000;
    const int Window = 60;

    readonly ConcurrentDictionary<string, Count> _counts = new();
    long _minute;

    /// <summary>Counts a request.</summary>
    /// <exception cref="ProblemException">It is one too many.</exception>
    public void Enter(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (options.PerMinute == 0) return;
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        BeginMinute(now / Window);
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        var used = _counts.Count >= MaxAddresses && !_counts.ContainsKey(address) ? 1 : Interlocked.Increment(ref _counts.GetOrAdd(address, static _ => new()).Value);
        var left = Math.Max(0, options.PerMinute - used);
        var rest = Window - now % Window;
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"requests\";q={options.PerMinute};w={Window}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"requests\";r={left};t={rest}");
        if (used > options.PerMinute)
        {
            throw new ProblemException(ProblemCode.RateLimited, $"More than {options.PerMinute} requests in a minute. Wait {rest} s.")
            {
                RetryAfter = TimeSpan.FromSeconds(rest),
            };
        }
    }

    void BeginMinute(long minute)
    {
        var before = Interlocked.Exchange(ref _minute, minute);
        if (before != minute) _counts.Clear();
    }

    sealed class Count
    {
        public int Value;
    }
}
