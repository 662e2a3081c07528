using System.Reflection;
using Matinee.Local.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Tests.Hosting;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(nameof(Fixed), 1, 10.0)]
    [InlineData(nameof(Fixed), 1000, 10.0)]
    [InlineData(nameof(Growing), 1, 4.0)]
    [InlineData(nameof(Growing), 2, 8.0)]
    [InlineData(nameof(Growing), 5, 60.0)]
    [InlineData(nameof(Growing), 6, null)]
    [InlineData(nameof(None), 1, null)]
    public void WaitBefore_AsItsAttributeSays(string function, int retry, double? seconds)
    {
        var policy = RetryPolicy.Of(typeof(RetryPolicyTests).GetMethod(function, BindingFlags.NonPublic | BindingFlags.Static)!);

        Assert.Equal(seconds, policy.WaitBefore(retry)?.TotalSeconds);
    }

    [FixedDelayRetry(-1, "00:00:10")]
    static void Fixed()
    {
    }

    [ExponentialBackoffRetry(5, "00:00:04", "00:01:00")]
    static void Growing()
    {
    }

    static void None()
    {
    }
}
