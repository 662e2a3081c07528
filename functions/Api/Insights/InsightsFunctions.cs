using Matinee.Api.Http;
using Matinee.Api.Operations;
using Matinee.Core.Insights;
using Matinee.Core.Models;
using Matinee.Core.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Matinee.Api.Insights;

/// <summary>What anyone may know of the model in service. Nothing of it changes before the next model, whose version is the tag.</summary>
public sealed class InsightsFunctions(InsightsInService insights)
{
    const string Note = "Pearson's r, of people who told or rated enough for both columns, 20 of them or more; p-values are adjusted for the number of pairs "
        + "(Benjamini and Hochberg). Ids of people and films are no features: a number that only names somebody measures nothing, and is not in the table. "
        + "Portraits are made of the same tastes that they are compared with, so that their p-values prove nothing; their coefficients describe them.";

    const string Rule = "The elbow proposes and the silhouette decides: of the number at which the curve of the spread lies farthest below its chord, and of one "
        + "more and one fewer, the one with the best silhouette; the number of the model before stays while it is as good but for 0.005. "
        + "Numbers that would leave a portrait with fewer than 20 people don't stand for election.";

    const string Privacy = "Only people who agreed that their stars may help others are on the map, age and occupation count only of those who agreed to that too, "
        + "and nobody has a point: people of a portrait are counted in squares, squares with fewer than five of them are left out, and there is no id anywhere.";

    /// <summary>The model in service: which one, of which data, how good, and why.</summary>
    [Function("GetInsights"), Access(Access.Anyone), Fails(ProblemCode.InsightsNotFound)]
    public Task<Tagged<InsightsOverview>> Overview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/insights")] HttpRequest request, CancellationToken cancellation) =>
        AnswerAsync(request, InsightsOverview.Of, cancellation);

    /// <summary>What the ratings look like that the model in service learned from.</summary>
    [Function("GetInsightsData"), Access(Access.Anyone), Fails(ProblemCode.InsightsNotFound)]
    public Task<Tagged<DataInsights>> Data(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/insights/data")] HttpRequest request, CancellationToken cancellation) =>
        AnswerAsync(request, static (model, insights) => new DataInsights(
            model.Version.ToString(), insights.Ratings.Coverage, insights.Ratings.MeanStars, insights.Ratings.Stars, insights.Ratings.RatingsOfPeople,
            insights.Ratings.RatingsOfFilms, insights.Ratings.Timeline, insights.Ratings.Genres), cancellation);

    /// <summary>The kinds of viewers that the model in service tells apart.</summary>
    /// <remarks>Nobody has a dot of their own on the map: it counts people in cells, and shows none with fewer than five.</remarks>
    [Function("GetInsightsPortraits"), Access(Access.Anyone), Fails(ProblemCode.InsightsNotFound)]
    public Task<Tagged<PortraitsInsights>> Portraits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/insights/portraits")] HttpRequest request, CancellationToken cancellation) =>
        AnswerAsync(request, static (model, insights) => new PortraitsInsights(
            model.Version.ToString(), insights.Portraits?.Items ?? [], insights.Portraits?.Hidden ?? 0,
            (insights.Portraits?.Items.Count ?? 0) + (insights.Portraits?.Hidden ?? 0), Rule, insights.Portraits?.Curve ?? [], insights.Portraits?.Map, Privacy), cancellation);

    /// <summary>What goes together in people.</summary>
    [Function("GetInsightsCorrelations"), Access(Access.Anyone), Fails(ProblemCode.InsightsNotFound)]
    public Task<Tagged<CorrelationInsights>> Correlations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/insights/correlations")] HttpRequest request, CancellationToken cancellation) =>
        AnswerAsync(request, static (model, insights) => new CorrelationInsights(
            model.Version.ToString(), insights.Ratings.Correlations.Columns, insights.Ratings.Correlations.Cells, Note), cancellation);

    /// <summary>How all models did, what features count, how lists spread over films, and what has changed.</summary>
    [Function("GetInsightsModels"), Access(Access.Anyone), Fails(ProblemCode.InsightsNotFound)]
    public Task<Tagged<ModelsInsights>> Models(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/insights/models")] HttpRequest request, CancellationToken cancellation) =>
        AnswerAsync(request, static (model, insights) => new ModelsInsights(
            model.Version.ToString(), model.Manifest.Boards, [.. insights.Contenders.Select(ContenderAnswer.Of)], insights.Importances, insights.Exposure,
            insights.Drift is { } drift ? DriftAnswer.Of(drift) : null), cancellation);

    async Task<Tagged<T>> AnswerAsync<T>(HttpRequest request, Func<LoadedModel, ModelInsights, T> make, CancellationToken cancellation)
    {
        request.Query<NoQuery>();
        var (model, current) = await insights.CurrentAsync(cancellation);
        return new(model.Version.ToString(), Caching.Public, make(model, current));
    }
}
