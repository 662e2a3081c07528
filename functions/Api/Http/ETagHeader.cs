using Matinee.Core.Stores;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Http;

/// <summary>The ETag of what was just written.</summary>
public static class ETagHeader
{
    /// <summary>Tells the caller the mark of the new state, to hand back with If-Match.</summary>
    public static void SetETag(this HttpRequest request, string etag)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.HttpContext.Response.Headers.ETag = $"\"{ETags.Bare(etag)}\"";
    }
}
