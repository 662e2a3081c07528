using Matinee.Core.Accounts;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;

namespace Matinee.Api.Http;

/// <summary>Finds out who is calling: by a bearer token (mobile clients) or by the cookie (the web site).</summary>
public sealed class Callers(Sessions sessions, SiteOrigins origins)
{
    /// <summary>The name of the cookie.</summary>
    public const string CookieName = "matinee_session";

    const string Scheme = "Bearer ";

    /// <summary>Who is signed in; null where nobody is, or no longer.</summary>
    public async ValueTask<SignedIn?> FindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Features.Get<CallerFeature>() is { } known) return known.SignedIn;
        var caller = TokenOf(context.Request) is { } token
            ? await sessions.FindAsync(token, context.RequestAborted).ConfigureAwait(false)
            : null;
        context.Features.Set(new CallerFeature(caller));
        return caller;
    }

    /// <summary>Who is signed in.</summary>
    /// <exception cref="ProblemException">Nobody is.</exception>
    public async ValueTask<SignedIn> RequireAsync(HttpContext context) =>
        await FindAsync(context).ConfigureAwait(false)
        ?? throw new ProblemException(ProblemCode.Unauthenticated, "Sign in first (POST /api/v1/sessions), or again: the session may be over.");

    string? TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return header[Scheme.Length..].Trim();
        if (!request.Cookies.TryGetValue(CookieName, out var cookie)) return null;
        RefuseForeignPages(request);
        return cookie;
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

    sealed record CallerFeature(SignedIn? SignedIn);
}
