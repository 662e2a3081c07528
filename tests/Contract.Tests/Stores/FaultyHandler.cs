using System.Net;

namespace Matinee.Contract.Tests.Stores;

/// <summary>Answers in the store's place, when a test says so.</summary>
sealed class FaultyHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    int _asked;

    /// <summary>By the number of the request, from 0: the answer instead of the store's, or null.</summary>
    public Func<int, HttpResponseMessage?>? Fault { get; set; }

    /// <summary>How many requests for documents there were.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Gives no answer at all.</summary>
    public bool Hangs { get; set; }

    public void Begin(Func<int, HttpResponseMessage?> fault) => (Fault, _asked) = (fault, 0);

    public static HttpResponseMessage Answer(int status, int? retryAfterMilliseconds = null, int? subStatus = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("{\"code\":\"x\",\"message\":\"as the test wishes\"}", null, "application/json") };
        if (retryAfterMilliseconds is { } wait) response.Headers.Add("x-ms-retry-after-ms", wait.ToString());
        if (subStatus is { } sub) response.Headers.Add("x-ms-substatus", sub.ToString());
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isDocuments = request.RequestUri!.AbsolutePath.Contains("/docs", StringComparison.Ordinal);
        if (isDocuments && Hangs) await Task.Delay(Timeout.Infinite, cancellationToken);
        if (isDocuments
            && Fault?.Invoke(Interlocked.Increment(ref _asked) - 1) is { } answer)
        {
            answer.RequestMessage = request;
            return answer;
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
