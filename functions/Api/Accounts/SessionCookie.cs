using Matinee.Api.Http;
using Matinee.Core.Accounts;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Accounts;

/// <summary>Hands sessions out: as a cookie to web pages, whose scripts never see the token, and in the answer to everyone else.</summary>
static class SessionCookie
{
    /// <summary>What is answered to who has just signed in.</summary>
    public static SignedIn Hand(HttpRequest request, StartedSession started, bool asCookie)
    {
        if (asCookie) request.HttpContext.Response.Cookies.Append(Callers.CookieName, started.Token, Options(request, Sessions.MaxTime));
        var session = started.Session;
        return new(session.UserId, session.Id, asCookie ? null : started.Token, session.ExpiresAt);
    }

    /// <summary>Takes the cookie back.</summary>
    public static void Expire(HttpRequest request)
    {
        if (request.Cookies.ContainsKey(Callers.CookieName)) request.HttpContext.Response.Cookies.Delete(Callers.CookieName, Options(request, null));
    }

    /// <summary>What a device is called that does not say.</summary>
    public static string DeviceOf(HttpRequest request, string? device) =>
        string.IsNullOrWhiteSpace(device) ? request.Headers.UserAgent.ToString() : device;

    // The session itself says when it is over; the cookie only has to last as long. Locally there is no TLS to insist on.
    static CookieOptions Options(HttpRequest request, TimeSpan? age) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = "/", MaxAge = age,
    };
}
