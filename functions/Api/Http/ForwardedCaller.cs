using System.Net;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Http;

/// <summary>Who asks, and over what, where a request has come by way of the Functions host beside this process.</summary>
public static class ForwardedCaller
{
    /// <summary>
    /// Takes the caller for who the platform's front end saw: the last entry is its own, those before it are whatever the caller has sent. Only
    /// the host on this machine is believed; without this all callers were one, and the limits of one address those of everyone.
    /// </summary>
    public static void Apply(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Connection.RemoteIpAddress is { } peer && !IPAddress.IsLoopback(peer)) return;
        if (IPEndPoint.TryParse(Last(context.Request, "X-Forwarded-For"), out var caller)) context.Connection.RemoteIpAddress = caller.Address;
        if (string.Equals(Last(context.Request, "X-Forwarded-Proto"), Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase)) context.Request.Scheme = Uri.UriSchemeHttps;
    }

    static string Last(HttpRequest request, string header) => request.Headers[header].ToString().Split(',')[^1].Trim();
}
