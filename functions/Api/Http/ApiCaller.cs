using Matinee.Core.Accounts;
using Matinee.Core.Profiles;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Http;

/// <summary>The caller of a function.</summary>
public static class ApiCaller
{
    /// <summary>The session of the caller of a function with <see cref="Access.Viewer"/>.</summary>
    public static async ValueTask<Session> SessionAsync(this HttpRequest request) => (await request.CallerAsync().ConfigureAwait(false)).Session;

    /// <summary>The viewer of a function with <see cref="Access.Viewer"/>, with the mark that was read to let them in.</summary>
    public static async ValueTask<MarkedViewer> MarkedViewerAsync(this HttpRequest request) => (await request.CallerAsync().ConfigureAwait(false)).Viewer;

    /// <summary>The id of the viewer of a function with <see cref="Access.Viewer"/>.</summary>
    public static async ValueTask<string> ViewerAsync(this HttpRequest request) => (await request.SessionAsync().ConfigureAwait(false)).UserId;

    /// <summary>The id of the viewer who is signed in; null where nobody is.</summary>
    public static async ValueTask<string?> ViewerOrNullAsync(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (await request.HttpContext.RequestServices.GetRequiredService<Callers>().FindAsync(request.HttpContext).ConfigureAwait(false))?.Session.UserId;
    }

    static ValueTask<Caller> CallerAsync(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.RequestServices.GetRequiredService<Callers>().RequireAsync(request.HttpContext);
    }
}
