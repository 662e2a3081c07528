using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Http;

/// <summary>The headers that every answer carries.</summary>
public static class SecurityHeaders
{
    /// <summary>An answer of the interface is data: nothing in it may be run or shown in a frame.</summary>
    const string ApiPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Sets them.</summary>
    public static void Set(HttpResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ApiPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Which pages of other addresses may ask is the platform's to say (CORS); those that may, see these two besides the usual ones.
        headers.AccessControlExposeHeaders = "ETag, Retry-After";
    }
}
