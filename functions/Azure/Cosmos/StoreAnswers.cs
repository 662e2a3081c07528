using System.Globalization;
using System.Net;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>What the store's status codes mean to us.</summary>
static class StoreAnswers
{
    const HttpStatusCode RetryWith = (HttpStatusCode)449;
    const string RetryAfterHeader = "x-ms-retry-after-ms";
    const string SubStatusHeader = "x-ms-substatus";
    const string NoContainer = "1003";
    const string Reason = "Reason: ";
    const int MaxReason = 300;

    public static bool IsTransient(HttpStatusCode status) => status
        is HttpStatusCode.TooManyRequests or RetryWith or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.RequestTimeout or HttpStatusCode.Gone or HttpStatusCode.InternalServerError;

    /// <summary>There is no such item; a container that is missing is another matter.</summary>
    public static bool IsMissing(this ResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NotFound && response.Headers[SubStatusHeader] != NoContainer;

    /// <summary>The item is not in the state, or not absent, as the write demands.</summary>
    public static bool IsConflict(HttpStatusCode status) => status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed;

    public static void Check(this ResponseMessage response)
    {
        if (!response.IsSuccessStatusCode) throw ErrorOf(response.StatusCode, response.ErrorMessage, RetryAfter(response.Headers));
    }

    public static void Check(this TransactionalBatchResponse response)
    {
        if (!response.IsSuccessStatusCode) throw ErrorOf(response.StatusCode, response.ErrorMessage, response.RetryAfter);
    }

    public static Exception ErrorOf(HttpStatusCode status, string? message, TimeSpan? retryAfter, Exception? inner = null)
    {
        var text = $"The store answered {(int)status}: {ReasonIn(message)}";
        return status switch
        {
            _ when IsTransient(status) => new TransientException(text, retryAfter),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => new StoreRefusedException(text, inner),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new StoreAccessException($"{text} Check the key, or the rights of the identity.", inner),
            HttpStatusCode.NotFound => new StoreAccessException($"{text} Is the database deployed with all its containers?", inner),
            _ => new StoreAccessException(text, inner),
        };
    }

    static TimeSpan? RetryAfter(Headers headers) =>
        double.TryParse(headers[RetryAfterHeader], CultureInfo.InvariantCulture, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : null;

    // The store's own words stand after "Reason:"; around them are diagnostics of many kilobytes.
    static string ReasonIn(string? message)
    {
        var text = message.AsSpan().Trim();
        var reason = text.IndexOf(Reason, StringComparison.Ordinal);
        if (reason >= 0) text = text[(reason + Reason.Length)..];
        if (text.Length > MaxReason) text = text[..MaxReason];
        return text.IsEmpty ? "no message." : text.ToString().ReplaceLineEndings(" ");
    }
}
