using Matinee.Api.Http;
using Matinee.Core.Accounts;
using Matinee.Core.Problems;
using Matinee.Core.Profiles;
using Matinee.Core.Stores;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Profile;

/// <summary>What viewers tell about themselves, and what they agree to.</summary>
public sealed class ProfileFunctions(UserAccounts accounts, EditProfile edit)
{
    /// <summary>The viewer's profile.</summary>
    [Function("GetProfile"), Access(Access.Viewer)]
    public async Task<Tagged<ProfileBody>> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/profile")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var (user, etag) = await accounts.RequireAsync(await request.ViewerAsync(), cancellation);
        return new(ETags.Bare(etag), Caching.Private, ProfileBody.Of(user.Profile));
    }

    /// <summary>Puts a profile in the place of the one there is.</summary>
    /// <remarks>With If-Match only if it is still the one with that ETag.</remarks>
    [Function("PutProfile"), Access(Access.Viewer), Body<ProfileBody>, Fails(ProblemCode.InvalidValue, ProblemCode.StaleEtag)]
    public async Task<Ok<ProfileBody>> Put(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/profile")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<ProfileBody>(cancellation);
        var (user, etag) = await edit.SaveAsync(await request.ViewerAsync(), body.ToProfile(), request.IfMatch(), cancellation);
        request.SetETag(etag);
        return TypedResults.Ok(ProfileBody.Of(user.Profile));
    }

    /// <summary>What the viewer has agreed to, and what not.</summary>
    [Function("GetConsents"), Access(Access.Viewer)]
    public async Task<Ok<ConsentList>> Consents(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/me/consents")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        return TypedResults.Ok(ConsentList.Of((await accounts.RequireAsync(await request.ViewerAsync(), cancellation)).Value));
    }

    /// <summary>Agrees to a use of the viewer's data, or takes that back.</summary>
    /// <remarks>
    /// Purposes are ratingsForOthers (my ratings may help to recommend films to others) and profileForPortraits (my profile may help to
    /// describe groups of viewers). What is taken back is out of the model in service when the answer comes.
    /// </remarks>
    [Function("PutConsent"), Access(Access.Viewer), Body<ConsentBody>, Fails(ProblemCode.InvalidValue)]
    public async Task<Ok<ConsentList>> PutConsent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/me/consents/{purpose}")] HttpRequest request,
        string purpose,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<ConsentBody>(cancellation);
        var answer = new ConsentAnswer(PurposeOf(purpose), body.IsGiven, body.PolicyVersion);
        return TypedResults.Ok(ConsentList.Of(await edit.AnswerAsync(await request.ViewerAsync(), answer, cancellation)));
    }

    static ConsentPurpose PurposeOf(string name)
    {
        var names = QueryParameter.NamesOf(typeof(ConsentPurpose));
        var at = names.Index().Where(one => one.Item == name).Select(static one => one.Index).FirstOrDefault(-1);
        return at >= 0
            ? Enum.GetValues<ConsentPurpose>()[at]
            : throw ProblemException.InvalidValue("purpose", $"There is no such purpose; there are {string.Join(", ", names)}.");
    }
}
