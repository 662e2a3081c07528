using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Matinee.Api.Http;

/// <summary>Reads what a function is asked, the same way in the worker and in the local host.</summary>
public static class ApiRequest
{
    /// <summary>The query parameters, checked: what is unknown is refused, so that no typing error passes for a default.</summary>
    public static T Query<T>(this HttpRequest request) where T : new()
    {
        ArgumentNullException.ThrowIfNull(request);
        object query = new T();
        var parameters = QueryParameter.Of(typeof(T));
        foreach (var (name, values) in request.Query)
        {
            // Azure takes the key of an operator in the address, too.
            if (name == "code") continue;
            var parameter = parameters.FirstOrDefault(one => one.Name == name)
                ?? throw new ProblemException(
                    ProblemCode.UnknownParameter,
                    $"'{Shortened(name)}' is no parameter of this operation. It knows {(parameters.Count == 0 ? "none" : string.Join(", ", parameters.Select(one => one.Name)))}.");
            parameter.Set(query, values.ToArray()!);
        }

        return (T)query;
    }

    /// <summary>The JSON body, whole and checked.</summary>
    public static async Task<T> BodyAsync<T>(this HttpRequest request, CancellationToken cancellation) where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType()) throw WrongType(request);
        var bytes = await ReadAsync(request, MaxBytesOf(request), cancellation).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, (JsonTypeInfo<T>)ApiJson.Options.GetTypeInfo(typeof(T)))
                ?? throw new ProblemException(ProblemCode.InvalidJson, "The body is null; an object is expected.");
        }
        catch (JsonException error)
        {
            var place = error.Path is null or "$" ? "" : $" at {error.Path}";
            var line = error.LineNumber is { } number ? $" (line {number + 1}, byte {error.BytePositionInLine + 1})" : "";
            throw new ProblemException(ProblemCode.InvalidJson, $"The body is not the JSON that is expected{place}{line}: {Reason(error)}");
        }
    }

    /// <summary>The ETag that the request is meant for; null where it is meant for any.</summary>
    public static string? IfMatch(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tags = request.GetTypedHeaders().IfMatch;
        return tags.Count == 0 || tags[0].Equals(EntityTagHeaderValue.Any) ? null : tags[0].Tag.ToString().Trim('"');
    }

    /// <summary>The failure of a body that is not JSON.</summary>
    public static ProblemException WrongType(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(
            ProblemCode.UnsupportedMediaType, $"The body is of type '{Shortened(request.ContentType ?? "")}'. Send JSON, with Content-Type: application/json.");
    }

    static int MaxBytesOf(HttpRequest request) =>
        request.HttpContext.Features.Get<HttpFunction>()?.MaxBodyBytes ?? BodyAttribute.DefaultMaxBytes;

    static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellation)
    {
        if (request.ContentLength > maxBytes) throw TooLarge(maxBytes);
        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 1024) + 1);
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(), cancellation).ConfigureAwait(false);
            if (read == 0) return body.WrittenMemory;
            body.Advance(read);
            if (body.WrittenCount > maxBytes) throw TooLarge(maxBytes);
        }
    }

    static ProblemException TooLarge(int maxBytes) =>
        new(ProblemCode.BodyTooLarge, $"The body has more than {maxBytes} bytes. Send less at once.");

    // The serializer repeats path and place at the end, and names our types.
    static string Reason(JsonException error)
    {
        var text = error.Message;
        var end = text.IndexOf(" Path: ", StringComparison.Ordinal);
        if (end > 0) text = text[..end];
        if (text.Contains("could not be converted", StringComparison.Ordinal)) return "The value is not of the expected kind.";
        if (text.Contains("missing required", StringComparison.Ordinal)) return $"Missing: {text[(text.LastIndexOf(':') + 1)..].Trim()}";
        var type = text.IndexOf(", but ", StringComparison.Ordinal);
        return text.StartsWith("The JSON property", StringComparison.Ordinal) ? $"{text.Split(" could not be mapped")[0]} is not known." : type > 0 ? text[..type] + "." : text;
    }

    static string Shortened(string text) => text.Length <= 50 ? text : text[..50] + "...";
}
