using Matinee.Api.Http;
using Matinee.Api.Recommendations;
using Matinee.Core.Catalog;
using Matinee.Core.Onboarding;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Onboarding;

/// <summary>Getting to know somebody new.</summary>
public sealed class OnboardingFunctions(OnboardingMovies movies, Catalogue catalogue)
{
    /// <summary>Films to rate first: known to many, telling much, and of every kind.</summary>
    /// <remarks>A signed-in viewer's ratings count as answers. Skipped films make films like them less likely to come.</remarks>
    [Function("GetOnboardingMovies"), Access(Access.Anyone), Query<OnboardingQuery>]
    public async Task<Ok<OnboardingPage>> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/onboarding/movies")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<OnboardingQuery>();
        var asked = new OnboardingRequest { Limit = query.Limit, Skipped = query.Skip };
        var grid = await movies.ForAsync(await request.ViewerOrNullAsync(), asked, cancellation);
        return TypedResults.Ok(OnboardingPage.Of(grid, await catalogue.ViewAsync(cancellation)));
    }

    /// <summary>Films to rate next, by the answers so far. Nothing is stored.</summary>
    [Function("PostOnboardingMovies"), Access(Access.Anyone), Body<OnboardingBody>, Fails(ProblemCode.InvalidStars)]
    public async Task<Ok<OnboardingPage>> Post(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/onboarding/movies")] HttpRequest request, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var body = await request.BodyAsync<OnboardingBody>(cancellation);
        var asked = new OnboardingRequest
        {
            Limit = body.Limit ?? OnboardingRequest.DefaultLimit,
            Ratings = SentRating.Check(body.Ratings ?? []),
            Skipped = body.Skipped ?? [],
            Shown = body.Shown ?? [],
        };
        return TypedResults.Ok(OnboardingPage.Of(await movies.ForAsync(null, asked, cancellation), await catalogue.ViewAsync(cancellation)));
    }
}
