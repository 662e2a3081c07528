using Matinee.Api.Catalog;
using Matinee.Api.Http;
using Matinee.Core.Catalog;
using Matinee.Core.Problems;
using Matinee.Core.Search;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Search;

/// <summary>Finding films by what somebody types.</summary>
public sealed class SearchFunctions(Catalogue catalogue)
{
    /// <summary>Films by title, original title, people, keywords and year.</summary>
    /// <remarks>Accents and case do not matter, small typing errors are overlooked, the last word may be unfinished, and a year tells namesakes apart.</remarks>
    [Function("Search"), Access(Access.Anyone), Query<SearchTextQuery>, Fails(ProblemCode.InvalidValue)]
    public async Task<Tagged<MoviePage>> Find(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/search")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<SearchTextQuery>();
        var view = await catalogue.ViewAsync(cancellation);
        var page = FilmSearch.Find(view, Given(query.Q), new() { Limit = query.Limit, Cursor = query.Cursor });
        return new(view.Version, Caching.Public, MoviePage.Of(view, page));
    }

    /// <summary>Films and people that somebody who is typing may mean.</summary>
    [Function("Suggest"), Access(Access.Anyone), Query<SuggestQuery>, Fails(ProblemCode.InvalidValue)]
    public async Task<Tagged<SuggestAnswer>> Suggest(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/search/suggestions")] HttpRequest request, CancellationToken cancellation)
    {
        var query = request.Query<SuggestQuery>();
        var view = await catalogue.ViewAsync(cancellation);
        return new(view.Version, Caching.Public, SuggestAnswer.Of(FilmSearch.Suggest(view, Given(query.Q), query.Films, query.People)));
    }

    static string Given(string? text) => text ?? throw ProblemException.InvalidValue("q", "it is missing; say what to look for");
}
