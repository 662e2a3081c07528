using Matinee.Api.Http;
using Matinee.Core.Accounts;
using Matinee.Core.Problems;
using Matinee.Core.Recommendations;
using Matinee.Core.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Accounts;

/// <summary>The account as a whole: it is made, read, exported and deleted.</summary>
public sealed class AccountFunctions(Registration registration, Sessions sessions, UserAccounts accounts, MyPortrait portraits, PersonalExport export, Departure departure)
{
    /// <summary>Makes an account, and signs in.</summary>
    [Function("Register"), Access(Access.Anyone), Body<RegisterBody>, Fails(ProblemCode.InvalidValue, ProblemCode.LoginNameTaken)]
    public async Task<Created<SignedIn>> Register(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/accounts")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<RegisterBody>(cancellation);
        var consents = (body.Consents ?? []).Select(purpose => new ConsentAnswer(purpose, true, body.PolicyVersion));
        var user = await registration.RegisterAsync(new(body.LoginName, body.Password, [.. consents]), CallerAddress.Of(request), cancellation);
        var started = await sessions.StartAsync(user.Id, SessionCookie.DeviceOf(request, body.Device), cancellation);
        return TypedResults.Created("/api/v1/me", SessionCookie.Hand(request, started, body.UseCookie));
    }

    /// <summary>Who is signed in.</summary>
    [Function("GetMe"), Access(Access.Viewer)]
    public async Task<Tagged<AccountInfo>> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var (user, etag) = await accounts.RequireAsync(await request.ViewerAsync(), cancellation);
        var (tag, portrait) = await portraits.FindAsync(user.Id, cancellation);
        var me = new AccountInfo(user.Id, user.LoginName, user.Profile.Name, user.CreatedAt, PortraitInfo.Of(portrait), Policy.Version);
        return new($"{ETags.Bare(etag)}-{tag}", Caching.Private, me);
    }

    /// <summary>Everything that is kept of the viewer, as one zip of JSON and CSV files.</summary>
    [Function("ExportMe"), Access(Access.Viewer)]
    public async Task<FileContentHttpResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/export")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var archive = await export.CollectAsync(await request.ViewerAsync(), cancellation);
        return TypedResults.File(archive.ToZip(), "application/zip", "matinee.zip");
    }

    /// <summary>Deletes the account with everything that belongs to it, and gives a receipt.</summary>
    /// <remarks>
    /// It takes a session that began within the last 15 minutes: sign in once more first. A deletion that broke off is completed by calling
    /// this again, or by signing in, which is then refused because the account is gone.
    /// </remarks>
    [Function("DeleteMe"), Access(Access.Viewer), Fails(ProblemCode.SignInAgain)]
    public async Task<Ok<Receipt>> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "v1/me")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var receipt = await departure.LeaveAsync(await request.SessionAsync(), cancellation);
        SessionCookie.Expire(request);
        return TypedResults.Ok(Receipt.Of(receipt));
    }
}
