using System.Net;
using Matinee.Api.Http;
using Matinee.Core.Problems;
using Matinee.Faults.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Faults.Tests.Store;

public sealed class AdmissionTests
{
    static readonly HttpFunction s_function = HttpFunction.All.First(static function => !function.IsAlways);

    const int Work = 200;
    const int AtOnce = 3;
    const int Waiting = 2;

    [Fact]
    public async Task Ask_MoreAtATimeThanAllowed_RefusesTheRestAtOnceAndComesBack()
    {
        await using var host = await FaultHost.StartAsync(
            services => services.AddSingleton(new AdmissionOptions { AtOnce = AtOnce, Waiting = Waiting }), deadline: TimeSpan.FromSeconds(4));
        using var client = host.Client(host.Viewers[0]);
        host.Line.Begin(StoreFault.Silent);

        var asked = Enumerable.Range(0, 20).Select(_ => client.GetAsync("me/ratings")).ToList();
        var first = await Task.WhenAny(asked);
        using var refusal = await first;
        using var live = await client.GetAsync("health/live");

        await refusal.IsProblemAsync("rate_limited", 429);
        Assert.Equal("nosniff", refusal.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);

        host.Line.End();
        var answers = await Task.WhenAll(asked);
        // What waits in the store gives up there; who waited for a place, or had not come to the store yet, then finds it well again.
        Assert.Equal(20 - AtOnce - Waiting, answers.Count(static answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        var served = answers.Count(static answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.InRange(served, Waiting, Waiting + AtOnce);
        Assert.Equal(AtOnce + Waiting - served, answers.Count(static answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable));
        foreach (var answer in answers) answer.Dispose();
        await client.RatingsAsync();
    }

    [Fact]
    public async Task Enter_WorkWaitsTooLongForAThread_RefusesUntilItDoesNot()
    {
        using var admission = new Admission(new() { LongestWait = TimeSpan.FromMilliseconds(200) });
        using var release = new ManualResetEventSlim();
        // More than the pool has threads for; it adds one or two a second.
        var ended = 0;
        for (var i = 0; i < Work; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                release.Wait();
                Interlocked.Increment(ref ended);
            }, null);
        }

        var refused = false;
        // On a thread of its own: the pool has none to go on with.
        var asking = new Thread(() =>
        {
            for (var i = 0; i < 100 && !refused; i++)
            {
                refused = Record.Exception(() => admission.EnterAsync(s_function).AsTask().GetAwaiter().GetResult()?.Dispose()) is ProblemException { Code: ProblemCode.RateLimited };
                release.Wait(20);
            }
        });
        asking.Start();
        asking.Join();
        release.Set();

        await Patience.UntilAsync(() => Task.FromResult(Volatile.Read(ref ended) == Work), "the work is done");
        Assert.True(refused);
        await Patience.UntilAsync(async () => await Record.ExceptionAsync(async () => (await admission.EnterAsync(s_function))?.Dispose()) is null, "it lets requests in again");
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    public void Options_OutOfRange_AreRefused(int atOnce, int waiting) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdmissionOptions { AtOnce = atOnce, Waiting = waiting });
}
