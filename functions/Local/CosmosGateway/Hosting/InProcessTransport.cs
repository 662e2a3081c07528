using System.Net;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Hosting;

/// <summary>HTTP without the wire: the client's own requests and answers, handed over in memory.</summary>
sealed class InProcessTransport(Gateway gateway) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadOnlyMemory<byte> body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : default;
        var question = new GatewayRequest(request.Method.Method, ResourcePath.Parse(request.RequestUri!.AbsolutePath), name => Header(request, name), body);
        // Off the caller's thread: it may be one that must not be kept, and the gateway's own work is synchronous. Reading an item is done sooner
        // than another thread would have begun.
        var response = question.Path.IsItem && request.Method == HttpMethod.Get
            ? await gateway.AnswerAsync(question).ConfigureAwait(false)
            : await Task.Run(() => gateway.AnswerAsync(question), cancellationToken).ConfigureAwait(false);
        return Translate(request, response);
    }

    static string? Header(HttpRequestMessage request, string name) =>
        name == ProtocolHeaders.Host ? request.RequestUri!.Authority
        : request.Headers.TryGetValues(name, out var values) || (request.Content?.Headers.TryGetValues(name, out values) ?? false) ? string.Join(",", values)
        : null;

    static HttpResponseMessage Translate(HttpRequestMessage request, GatewayResponse response)
    {
        var translated = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = new ReadOnlyMemoryContent(response.Body),
        };
        if (!response.Body.IsEmpty) translated.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in response.Headers) translated.Headers.TryAddWithoutValidation(name, value);
        return translated;
    }
}
