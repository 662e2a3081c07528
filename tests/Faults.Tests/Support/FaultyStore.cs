using System.Net;
using System.Text;
using Matinee.Engine.Numerics;

namespace Matinee.Faults.Tests.Support;

/// <summary>What can go wrong between the SDK and the store.</summary>
enum StoreFault
{
    None,

    /// <summary>429, with the time to come back; nothing was done.</summary>
    Throttled,

    /// <summary>503; nothing was done.</summary>
    Unavailable,

    /// <summary>No answer, ever; nothing was done.</summary>
    Silent,

    /// <summary>It was done, and the answer got lost on its way.</summary>
    LostAnswer,

    /// <summary>It was done, and what answers is a 503.</summary>
    WrongAnswer,
}

/// <summary>A line to the store on which some share of the requests for documents goes wrong, by chance and the same each time.</summary>
sealed class FaultyStore : DelegatingHandler
{
    readonly Lock _turn = new();
    SeededRandom _random = new(7);
    StoreFault _fault;
    double _share;
    int _faults;

    /// <summary>How many requests went wrong.</summary>
    public int Faults => Volatile.Read(ref _faults);

    /// <summary>Which requests can go wrong at all; writes and reads alike unless a test says otherwise.</summary>
    public Func<HttpRequestMessage, bool> Concerns { get; set; } = static _ => true;

    public HttpMessageHandler Around(HttpMessageHandler inner)
    {
        InnerHandler = inner;
        return this;
    }

    public void Begin(StoreFault fault, double share = 1)
    {
        lock (_turn) (_fault, _share, _faults) = (fault, share, 0);
    }

    public void End() => Begin(StoreFault.None);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var fault = FaultOf(request);
        switch (fault)
        {
            case StoreFault.Throttled: return Answer(request, HttpStatusCode.TooManyRequests, 20);
            case StoreFault.Unavailable: return Answer(request, HttpStatusCode.ServiceUnavailable, null);
            case StoreFault.Silent: await Task.Delay(Timeout.Infinite, cancellationToken); break;
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (fault == StoreFault.None) return answer;
        answer.Dispose();
        return fault == StoreFault.WrongAnswer
            ? Answer(request, HttpStatusCode.ServiceUnavailable, null)
            : throw new HttpRequestException("The connection was cut, as the test wishes.");
    }

    StoreFault FaultOf(HttpRequestMessage request)
    {
        if (!request.RequestUri!.AbsolutePath.Contains("/docs", StringComparison.Ordinal) || !Concerns(request)) return StoreFault.None;
        lock (_turn)
        {
            if (_fault == StoreFault.None || _random.NextDouble() >= _share) return StoreFault.None;
            _faults++;
            return _fault;
        }
    }

    static HttpResponseMessage Answer(HttpRequestMessage request, HttpStatusCode status, int? milliseconds)
    {
        var answer = new HttpResponseMessage(status)
        {
            RequestMessage = request,
            Content = new StringContent("{\"code\":\"x\",\"message\":\"as the test wishes\"}", Encoding.UTF8, "application/json"),
        };
        if (milliseconds is { } wait) answer.Headers.Add("x-ms-retry-after-ms", $"{wait}");
        return answer;
    }
}
