using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Matinee.Api.Http;
using Matinee.Api.Tests.Accounts;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Microsoft.Extensions.DependencyInjection;

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

    // What functions with a body are sent by another viewer: the same films as the first one's, and what would change them.
    static readonly Dictionary<string, string> s_bodies = new()
    {
        ["Register"] = """{"loginName":"another","password":"three unrelated words"}""",
        ["SignIn"] = """{"loginName":"secretzoe","password":"guessed, wrongly, at last"}""",
        ["ChangePassword"] = """{"oldPassword":"three unrelated words","newPassword":"four quite unrelated words"}""",
        ["DeleteMe"] = """{"password":"three unrelated words"}""",
        ["PutProfile"] = """{"name":"Yan","occupation":"cook"}""",
        ["PutConsent"] = """{"isGiven":false}""",
        ["PutRating"] = """{"stars":0.5}""",
        ["PutRatings"] = """{"ratings":[{"movieId":1,"stars":0.5,"review":"Not mine."},{"movieId":2,"stars":0.5}]}""",
        ["PutReview"] = """{"text":"Not hers."}""",
        ["PostRecommendations"] = """{"ratings":[{"movieId":1,"stars":5}]}""",
        ["PostRecommendationRows"] = """{"ratings":[{"movieId":1,"stars":5}]}""",
        ["ExplainRecommendations"] = """{"movieIds":[3]}""",
    };

    // All that is a viewer's own, as the viewer sees it.
    static readonly string[] s_own =
    [
        "me", "me/profile", "me/consents", "me/ratings", "me/ratings/1", "me/reviews", "me/watchlist", "me/seen", "me/not-interested", "me/sessions",
    ];

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

    [Fact]
    public async Task Functions_CalledByAViewerOrTheOperator_OpenTheirOwnAlone()
    {
        await using var host = await PeopledAsync();
        using var viewer = await host.JoinAsync("viewer");
        using var key = host.NewClient();
        key.DefaultRequestHeaders.Add("x-functions-key", MatineeHost.OperatorKey);

        foreach (var function in HttpFunction.All.Where(static function => function.Name is not ("DeleteMe" or "SignOut" or "SignOutEverywhere" or "ChangePassword")))
        {
            using var asViewer = await CallAsync(viewer, function);
            Assert.True((asViewer.StatusCode == HttpStatusCode.Unauthorized) == (s_table[function.Name] == "operator"), $"viewer, {function.Name}: {(int)asViewer.StatusCode}");
            using var asOperator = await CallAsync(key, function);
            Assert.True((asOperator.StatusCode == HttpStatusCode.Unauthorized) == (s_table[function.Name] == "viewer"), $"operator, {function.Name}: {(int)asOperator.StatusCode}");
        }
    }

    [Fact]
    public async Task Functions_CalledByAnotherViewer_ShowAndChangeNothingOfTheFirst()
    {
        await using var host = await PeopledAsync();
        using var zoe = await ZoeAsync(host);
        var before = await OwnAsync(zoe);
        var session = (await zoe.GetAsync("me/sessions").JsonAsync()).Each(static one => (string)one["id"]!).Single();
        string[] secrets = ["secretzoe", "secret nurse", "secret laptop", session, (string)(await zoe.GetAsync("me").JsonAsync())["id"]!];

        foreach (var (place, function) in HttpFunction.All.Index())
        {
            // Another one each time: some of them end the account that calls.
            using var yan = await host.JoinAsync($"yan{place}");
            using var answer = await CallAsync(yan, function, session, s_bodies.GetValueOrDefault(function.Name, "{}"));

            Assert.True((int)answer.StatusCode < 500 || function.Name.StartsWith("GetInsights", StringComparison.Ordinal), $"{function.Name}: {(int)answer.StatusCode}");
            if (function.Name is "SignOutDevice" or "GetRating") Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var said = await TextAsync(answer);
            Assert.All(secrets, secret => Assert.False(said.Contains(secret, StringComparison.Ordinal), $"{function.Name} tells {secret}"));
            if (s_own.Contains(function.Trigger.Route!["v1/".Length..]) && function.Name != "GetMe")
                Assert.False(said.Contains("My words", StringComparison.Ordinal), $"{function.Name} shows somebody else's review");
            Assert.True(before == await OwnAsync(zoe), $"{function.Name} changed what is somebody else's");
        }
    }

    [Fact]
    public async Task Lists_GivenTheCursorOfAnotherViewer_GoOnInTheirOwn()
    {
        await using var host = await PeopledAsync();
        using var zoe = await ZoeAsync(host);
        using var yan = await host.JoinAsync("yan");
        await yan.PutAsJsonAsync("me/ratings/7", new { stars = 2 }).JsonAsync(HttpStatusCode.Created);
        await yan.PutAsync("me/seen/7", null).JsonAsync(HttpStatusCode.Created);

        foreach (var list in (string[])["me/ratings", "me/reviews", "me/watchlist", "me/seen", "me/not-interested"])
        {
            var cursor = (string)(await zoe.GetAsync($"{list}?limit=1").JsonAsync())["nextCursor"]!;
            using var answer = await yan.GetAsync($"{list}?limit=50&cursor={Uri.EscapeDataString(cursor)}");
            var said = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{list}: {(int)answer.StatusCode}");
            foreach (var film in (int[])[1, 2, 3, 4, 5, 6, 8, 9]) Assert.DoesNotContain($"\"id\":{film},", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Changes_AtAnAddressThatEndsWithASlash_AreRefusedAndChangeNothing()
    {
        await using var host = await PeopledAsync();
        using var zoe = await ZoeAsync(host);
        zoe.DefaultRequestHeaders.Add("x-functions-key", MatineeHost.OperatorKey);
        using var phone = await host.SignInAsync("secretzoe");
        var before = await OwnAsync(zoe);

        foreach (var function in HttpFunction.All.Where(static function => !function.Trigger.Methods.Contains("get")))
        {
            foreach (var more in (string[])["/", "/.", "//"])
            {
                using var answer = await CallAsync(zoe, function, body: s_bodies.GetValueOrDefault(function.Name, "{}"), more: more);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{function.Name}{more}: {(int)answer.StatusCode}");
            }
        }

        // What is left of an address whose id is empty: the list that the thing is in, or nothing at all.
        foreach (var list in (string[])["me/sessions/", "me/sessions/.", "me/ratings/", "me/watchlist/", "me/seen/", "me/not-interested/", "me/ratings//review", "me/", "me/sessions/.."])
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri($"{zoe.BaseAddress}{list}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            Assert.Contains((await zoe.SendAsync(request)).StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed]);
        }

        Assert.Equal(before, await OwnAsync(zoe));
        Assert.Equal(HttpStatusCode.OK, await phone.GetAsync("me").StatusAsync());
    }

    static async Task<MatineeHost> PeopledAsync()
    {
        var host = await People.StartAsync(static services => services.AddSingleton(new SignInLimits { Registrations = SignInLimits.MaxAttempts }));
        await host.SaveAsync([.. Enumerable.Range(1, 9).Select(static id => new Movie { Id = id, Title = $"Film {id}", Genres = ["Drama"] })]);
        return host;
    }

    /// <summary>Somebody with two of everything.</summary>
    static async Task<HttpClient> ZoeAsync(MatineeHost host)
    {
        using var stranger = host.NewClient();
        var joined = await stranger.PostAsJsonAsync("accounts", new { loginName = "secretzoe", password = People.Password, device = "secret laptop" }).JsonAsync(HttpStatusCode.Created);
        var zoe = host.NewClient((string)joined["token"]!);
        await zoe.PutAsJsonAsync("me/profile", new { name = "Zoë", occupation = "secret nurse" }).JsonAsync();
        var version = (string)(await zoe.GetAsync("me/consents").JsonAsync())["policyVersion"]!;
        await zoe.PutAsJsonAsync("me/consents/ratingsForOthers", new { isGiven = true, policyVersion = version }).JsonAsync();
        foreach (var film in (int[])[1, 2])
        {
            await zoe.PutAsJsonAsync($"me/ratings/{film}", new { stars = 4.5 }).JsonAsync(HttpStatusCode.Created);
            await zoe.PutAsJsonAsync($"me/ratings/{film}/review", new { text = $"My words on {film}." }).JsonAsync();
            await zoe.PutAsync($"me/watchlist/{2 + film}", null).JsonAsync(HttpStatusCode.Created);
            await zoe.PutAsync($"me/seen/{4 + film}", null).JsonAsync(HttpStatusCode.Created);
        }

        // The last of the three shelves: films that stand on none of the others.
        foreach (var film in (int[])[8, 9]) await zoe.PutAsync($"me/not-interested/{film}", null).JsonAsync(HttpStatusCode.Created);
        return zoe;
    }

    static async Task<string> OwnAsync(HttpClient client)
    {
        var all = new StringBuilder();
        foreach (var path in s_own) all.AppendLine((await client.GetAsync(path).JsonAsync()).ToJsonString());
        return all.ToString();
    }

    /// <summary>What an answer says; of an archive what is in it.</summary>
    static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/zip") return await answer.Content.ReadAsStringAsync();
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var all = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            all.AppendLine(await reader.ReadToEndAsync());
        }

        return all.ToString();
    }

    static Task<HttpResponseMessage> CallAsync(HttpClient client, HttpFunction function, string sessionId = "1", string body = "{}", string more = "")
    {
        // Route values: any number will do, for nobody gets so far as to look for it.
        var path = string.Join('/', function.Route.Split('/').Select(part => part switch
        {
            "{sessionId}" => sessionId,
            "{purpose}" => "ratingsForOthers",
            ['{', ..] => "1",
            _ => part,
        }));
        var target = new Uri(client.BaseAddress!, "/") + path.TrimStart('/') + more;
        var request = new HttpRequestMessage(new(function.Trigger.Methods[0]), new Uri(target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (request.Method != HttpMethod.Get) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return client.SendAsync(request);
    }
}
