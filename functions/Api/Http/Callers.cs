using Matinee.Core.Accounts;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Http;

/// <summary>
/// Finds out who is calling: by a bearer token (mobile clients, and sites of another address) or by the cookie (the web site). The token comes
/// in <see cref="HeaderName"/> or in Authorization. Where the first is sent, it alone counts: another token in Authorization is not looked at,
/// and one that can't be a token makes the caller nobody, never whoever else the request might speak for.
/// </summary>
public sealed class Callers(Sessions sessions, SiteOrigins origins)
{
    /// <summary>The name of the cookie.</summary>
    public const string CookieName = "matinee_session";

    /// <summary>
    /// The name of the header that takes the same token as Authorization: Static Web Apps puts a token of its own in there before a linked
    /// function app sees the request.
    /// </summary>
    public const string HeaderName = "X-Matinee-Authorization";

    /// <summary>What private answers differ by.</summary>
    public const string Vary = "Authorization, " + HeaderName + ", Cookie";

    const string Scheme = "Bearer ";

    /// <summary>Who is signed in; null where nobody is, or no longer.</summary>
    public async ValueTask<Caller?> FindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<CallerFeature>() is { } known) return known.Caller;
        var caller = TokenOf(context.Request) is { } token
            ? await sessions.FindAsync(token, context.RequestAborted).ConfigureAwait(false)
            : null;
        context.Features.Set(new CallerFeature(caller));
        return caller;
    }

    /// <summary>Who is signed in.</summary>
    /// <exception cref="ProblemException">Nobody is.</exception>
    public async ValueTask<Caller> RequireAsync(HttpContext context) =>
        await FindAsync(context).ConfigureAwait(false)
        ?? throw new ProblemException(ProblemCode.Unauthenticated, "Sign in first (POST /api/v1/sessions), or again: the session may be over.");

    string? TokenOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(HeaderName, out var own)) return OwnToken(own.ToString());
        // What can't be one of ours is Static Web Apps' own, which comes with every request, and says nothing of the viewer.
        if (OwnToken(request.Headers.Authorization.ToString()) is { } token) return token;
        if (!request.Cookies.TryGetValue(CookieName, out var cookie)) return null;
        RefuseForeignPages(request);
        return cookie;
    }

    static string? OwnToken(string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var token = header[Scheme.Length..].Trim();
        return SessionTokens.TryReadUserId(token, out _) ? token : null;
    }

    // Browsers send the cookie with whatever page makes the request; only our own pages may change anything with it.
    void RefuseForeignPages(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return;
        var origin = request.Headers.Origin.ToString();
        var own = $"{request.Scheme}://{request.Host}";
        if (string.Equals(origin, own, StringComparison.OrdinalIgnoreCase) || origins.Contains(origin)) return;
        throw new ProblemException(
            ProblemCode.ForeignOrigin,
            origin.Length == 0
                ? "A request that changes something with the cookie must say which page it is from (Origin)."
                : $"A page of {(origin.Length <= 100 ? origin : origin[..100])} can't change anything here with the viewer's cookie.");
    }

    sealed record CallerFeature(Caller? Caller);
}
