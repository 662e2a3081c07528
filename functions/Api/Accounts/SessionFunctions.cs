using Matinee.Api.Http;
using Matinee.Core.Accounts;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Accounts;

/// <summary>Signing in and out, here and elsewhere.</summary>
public sealed class SessionFunctions(SignIn signIn, Sessions sessions, PasswordChange passwordChange)
{
    /// <summary>Signs in.</summary>
    /// <remarks>
    /// Wrong passwords are counted by name and address: after 10 there is one more attempt every 90 seconds. Others, at other addresses, and
    /// devices that are signed in are not concerned.
    /// </remarks>
    [Function("SignIn"), Access(Access.Anyone), Body<SignInBody>, Fails(ProblemCode.WrongCredentials)]
    public async Task<Created<SignedIn>> SignIn(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/sessions")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<SignInBody>(cancellation);
        var device = SessionCookie.DeviceOf(request, body.Device);
        var started = await signIn.SignInAsync(body.LoginName, body.Password, device, CallerAddress.Of(request), cancellation);
        return TypedResults.Created("/api/v1/me/sessions", SessionCookie.Hand(request, started, body.UseCookie));
    }

    /// <summary>Signs out here.</summary>
    [Function("SignOut"), Access(Access.Viewer)]
    public async Task<NoContent> SignOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/sessions/current")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var session = await request.SessionAsync();
        await sessions.EndAsync(session.UserId, session.Id, cancellation);
        SessionCookie.Expire(request);
        return TypedResults.NoContent();
    }

    /// <summary>The devices that are signed in.</summary>
    [Function("GetDevices"), Access(Access.Viewer)]
    public async Task<Ok<DeviceList>> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/sessions")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var current = await request.SessionAsync();
        var all = await sessions.ListAsync(current.UserId, cancellation);
        return TypedResults.Ok(new DeviceList([.. all.Select(session =>
            new DeviceItem(session.Id, session.Device, session.CreatedAt, session.UsedAt, session.ExpiresAt, session.Id == current.Id))]));
    }

    /// <summary>Signs one device out, at once on every server.</summary>
    [Function("SignOutDevice"), Access(Access.Viewer), Fails(ProblemCode.SessionNotFound)]
    public async Task<NoContent> End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/me/sessions/{sessionId}")] HttpRequest request,
        string sessionId,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        if (!SessionTokens.IsSessionId(sessionId) || !await sessions.EndAsync(await request.ViewerAsync(), sessionId, cancellation))
            throw new ProblemException(ProblemCode.SessionNotFound, "There is no such session of yours, or it is over already.");
        return TypedResults.NoContent();
    }

    /// <summary>Signs out everywhere, here included.</summary>
    [Function("SignOutEverywhere"), Access(Access.Viewer), Query<SignOutQuery>]
    public async Task<Ok<SignedOut>> EndAll(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/me/sessions")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<SignOutQuery>();
        var current = await request.SessionAsync();
        var ended = await sessions.EndAllAsync(current.UserId, query.KeepThis ? current.Id : null, cancellation);
        if (!query.KeepThis) SessionCookie.Expire(request);
        return TypedResults.Ok(new SignedOut(ended));
    }

    /// <summary>Changes the password. All devices are signed out; the answer has a new session for this one.</summary>
    [Function("ChangePassword"), Access(Access.Viewer), Body<PasswordBody>, Fails(ProblemCode.InvalidValue, ProblemCode.WrongCredentials, ProblemCode.Conflict)]
    public async Task<Ok<SignedIn>> ChangePassword(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/password")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<PasswordBody>(cancellation);
        var session = await request.SessionAsync();
        var started = await passwordChange.ChangeAsync(session, body.OldPassword, body.NewPassword, CallerAddress.Of(request), cancellation);
        return TypedResults.Ok(SessionCookie.Hand(request, started, body.UseCookie));
    }
}
