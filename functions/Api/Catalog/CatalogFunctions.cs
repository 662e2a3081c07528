using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Ratings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Catalog;

/// <summary>The films.</summary>
public sealed class CatalogFunctions(Catalogue catalogue, IReviews reviews)
{
    /// <summary>One film with its counts.</summary>
    [Function("GetMovie"), Access(Access.Anyone), Fails(ProblemCode.MovieNotFound)]
    public async Task<Tagged<MovieDetails>> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/movies/{movieId:int}")] HttpRequest request,
        int movieId,
        CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var view = await catalogue.ViewAsync(cancellation);
        var movie = view.Find(movieId) ?? throw ProblemException.MovieNotFound(movieId);
        var stats = await reviews.StatsAsync(movieId, cancellation);
        return new($"{view.Version}-{stats.Revision:x}", Caching.Public, MovieDetails.Of(movie, stats));
    }
}
