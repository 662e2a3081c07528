using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Matinee.Api.Http;

/// <summary>An answer with an ETag: 304 without making it, where the caller has it already.</summary>
/// <typeparam name="T">What is answered.</typeparam>
public sealed class Tagged<T> : IResult, IEndpointMetadataProvider
{
    readonly string _etag;
    readonly Caching _caching;
    readonly Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>> _make;

    /// <summary>An answer that is made when it is needed.</summary>
    /// <param name="etag">The name of the answer's state, without quotes.</param>
    /// <param name="caching">Who may keep it.</param>
    /// <param name="make">Makes it.</param>
    public Tagged(string etag, Caching caching, Func<CancellationToken, ValueTask<T>> make)
        : this(etag, caching, async cancellation => ApiJson.Write(await make(cancellation).ConfigureAwait(false)))
    {
    }

    /// <summary>An answer that is there.</summary>
    /// <param name="etag">The name of the answer's state, without quotes.</param>
    /// <param name="caching">Who may keep it.</param>
    /// <param name="value">The answer.</param>
    public Tagged(string etag, Caching caching, T value) : this(etag, caching, _ => ValueTask.FromResult(ApiJson.Write(value)))
    {
    }

    /// <summary>An answer that is kept as JSON.</summary>
    /// <param name="etag">The name of the answer's state, without quotes.</param>
    /// <param name="caching">Who may keep it.</param>
    /// <param name="make">Gives the JSON.</param>
    public Tagged(string etag, Caching caching, Func<CancellationToken, ValueTask<ReadOnlyMemory<byte>>> make) =>
        (_etag, _caching, _make) = ($"\"{etag}\"", caching, make);

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        if (Has(httpContext.Request))
        {
            SetHeaders(response);
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var json = await _make(httpContext.RequestAborted).ConfigureAwait(false);
        // After making it: what fails there must not carry the tag of what was not made.
        SetHeaders(response);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, httpContext.RequestAborted).ConfigureAwait(false);
    }

    void SetHeaders(HttpResponse response)
    {
        response.Headers.ETag = _etag;
        response.Headers.CacheControl = _caching == Caching.Public ? "public, no-cache" : "private, no-cache";
        if (_caching == Caching.Private) response.Headers.Vary = Callers.Vary;
    }

    bool Has(HttpRequest request)
    {
        foreach (var header in request.Headers.IfNoneMatch)
        {
            // The usual case without parsing; a proxy may have made a strong tag weak.
            if (header == _etag || header == "*") return true;
            if (header is not null && EntityTagHeaderValue.TryParseList([header], out var tags) && tags.Any(tag => tag.Tag == _etag)) return true;
        }

        return false;
    }
}
