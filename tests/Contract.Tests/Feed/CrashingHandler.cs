using System.Net;

namespace Matinee.Contract.Tests.Feed;

/// <summary>The end of a process, at any write: before the store got it, or after it was done and before the answer came back. Then nothing works any more.</summary>
sealed class CrashingHandler(HttpMessageHandler inner, int seed) : DelegatingHandler(inner)
{
    readonly Lock _chance = new();
    readonly Random _random = new(seed);
    volatile bool _isDead;
    int _crashes;
    int _refusals;

    /// <summary>One write in so many ends the process; 0: none.</summary>
    public int CrashOneIn { get; set; }

    /// <summary>One request in so many is answered with 429 or 503, the latter though it may have been done; 0: none.</summary>
    public int RefuseOneIn { get; set; }

    public int Crashes => Volatile.Read(ref _crashes);

    public int Refusals => Volatile.Read(ref _refusals);

    /// <summary>Starts the process again.</summary>
    public void Revive() => _isDead = false;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_isDead) throw new CrashException();
        if (!request.RequestUri!.AbsolutePath.Contains("/docs", StringComparison.Ordinal)) return await base.SendAsync(request, cancellationToken);
        var isWrite = request.Method != HttpMethod.Get && !request.Headers.Contains("x-ms-documentdb-isquery");
        var (crashes, refuses, isDone) = (isWrite && Happens(CrashOneIn), Happens(RefuseOneIn), Happens(2));
        HttpResponseMessage? response = null;
        if ((!crashes && !refuses) || isDone) response = await base.SendAsync(request, cancellationToken);
        if (crashes)
        {
            _isDead = true;
            Interlocked.Increment(ref _crashes);
            throw new CrashException();
        }

        if (!refuses) return _isDead ? throw new CrashException() : response!;
        Interlocked.Increment(ref _refusals);
        var answer = new HttpResponseMessage(isDone ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.TooManyRequests) { RequestMessage = request, Content = new ByteArrayContent([]) };
        answer.Headers.Add("x-ms-retry-after-ms", "1");
        return answer;
    }

    bool Happens(int oneIn)
    {
        lock (_chance) return oneIn > 0 && _random.Next(oneIn) == 0;
    }
}

public sealed class CrashException() : Exception("The process has ended.");
