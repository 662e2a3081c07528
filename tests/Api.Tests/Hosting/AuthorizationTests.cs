using System.Net;
using System.Text;
using Matinee.Api.Http;

namespace Matinee.Api.Tests.Hosting;

/// <summary>Every route, by who may call it: a new function must be put into the table, or a test fails.</summary>
public sealed class AuthorizationTests
{
    // Function, and who may call it. "anyone" answers strangers, "viewer" answers 401 to them, "operator" answers 401 without the key.
    static readonly Dictionary<string, string> s_table = new()
    {
        ["GetMovie"] = "anyone",
        ["ChangeModel"] = "operator",
        ["GetInsights"] = "anyone",
        ["GetInsightsData"] = "anyone",
        ["GetInsightsPortraits"] = "anyone",
        ["GetInsightsCorrelations"] = "anyone",
        ["GetInsightsModels"] = "anyone",
        ["GetLive"] = "anyone",
        ["GetModels"] = "operator",
        ["GetOpenApi"] = "anyone",
        ["GetRecommendations"] = "viewer",
        ["PostRecommendations"] = "anyone",
        ["GetRecommendationRows"] = "viewer",
        ["PostRecommendationRows"] = "anyone",
        ["GetPeopleRecommendations"] = "viewer",
        ["ExplainRecommendations"] = "anyone",
        ["GetOnboardingMovies"] = "anyone",
        ["PostOnboardingMovies"] = "anyone",
        ["Register"] = "anyone",
        ["SignIn"] = "anyone",
        ["GetMe"] = "viewer",
        ["ExportMe"] = "viewer",
        ["DeleteMe"] = "viewer",
        ["SignOut"] = "viewer",
        ["GetDevices"] = "viewer",
        ["SignOutDevice"] = "viewer",
        ["SignOutEverywhere"] = "viewer",
        ["ChangePassword"] = "viewer",
        ["GetProfile"] = "viewer",
        ["PutProfile"] = "viewer",
        ["GetConsents"] = "viewer",
        ["PutConsent"] = "viewer",
        ["GetWatchlist"] = "viewer",
        ["PutOnWatchlist"] = "viewer",
        ["TakeOffWatchlist"] = "viewer",
        ["GetSeen"] = "viewer",
        ["PutSeen"] = "viewer",
        ["RemoveSeen"] = "viewer",
        ["GetNotInterested"] = "viewer",
        ["PutNotInterested"] = "viewer",
        ["RemoveNotInterested"] = "viewer",
        ["GetRatings"] = "viewer",
        ["GetRating"] = "viewer",
        ["PutRating"] = "viewer",
        ["DeleteRating"] = "viewer",
        ["PutRatings"] = "viewer",
        ["GetOwnReviews"] = "viewer",
        ["PutReview"] = "viewer",
        ["DeleteReview"] = "viewer",
        ["GetReady"] = "anyone",
        ["GetRun"] = "operator",
        ["Retrain"] = "operator",
        ["ListGenres"] = "anyone",
        ["ListHotMovies"] = "anyone",
        ["ListMovies"] = "anyone",
        ["ListReviews"] = "anyone",
        ["ListSimilarMovies"] = "anyone",
        ["Search"] = "anyone",
        ["Suggest"] = "anyone",
    };

    [Fact]
    public void Functions_All_AreInTheTable() =>
        Assert.Equal(s_table.Keys.Order(), HttpFunction.All.Select(static function => function.Name).Order());

    [Fact]
    public async Task Functions_CalledByAStranger_AnswerAsTheTableSays()
    {
        await using var host = await MatineeHost.StartAsync();
        using var client = host.NewClient();

        foreach (var function in HttpFunction.All)
        {
            using var answer = await CallAsync(client, function);
            var refused = answer.StatusCode == HttpStatusCode.Unauthorized;
            Assert.True(refused == (s_table[function.Name] != "anyone"), $"{function.Name}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task OperatorFunctions_CalledWithAWrongKey_AreRefused()
    {
        await using var host = await MatineeHost.StartAsync();
        using var client = host.NewClient();
        client.DefaultRequestHeaders.Add("x-functions-key", "guessed");

        foreach (var function in HttpFunction.All.Where(function => s_table[function.Name] == "operator"))
        {
            using var answer = await CallAsync(client, function);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{function.Name}: {(int)answer.StatusCode}");
        }
    }

    static Task<HttpResponseMessage> CallAsync(HttpClient client, HttpFunction function)
    {
        // Route values: any number will do, for nobody gets so far as to look for it.
        var path = string.Join('/', function.Route.Split('/').Select(static part => part.StartsWith('{') ? "1" : part));
        var request = new HttpRequestMessage(new(function.Trigger.Methods[0]), path);
        if (request.Method != HttpMethod.Get) request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        return client.SendAsync(request);
    }
}
