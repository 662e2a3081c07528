using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Accounts;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Matinee.Api.Tests.Insights;

public sealed class InsightsTests : IAsyncLifetime
{
    const int Films = 30;

    // Everyone's films have even numbers.
    const int RatedFilms = Films / 2;

    static readonly string[] s_routes = ["insights", "insights/data", "insights/portraits", "insights/correlations", "insights/models"];

    MatineeHost _host = null!;
    HttpClient _anyone = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await People.StartAsync(services =>
        {
            SmallCommunity.TrainFast(services);
            services.Replace(ServiceDescriptor.Singleton(new TrainingOptions
            {
                Lists = new() { Bootstrap = new() { Resamples = 100 } },
                Stars = new() { Bootstrap = new() { Resamples = 100 } },
                Portraits = new() { Portraits = 1 },
            }));
        });
        await _host.SaveAsync([.. Enumerable.Range(0, Films).Select(id => new Movie { Id = id, Title = $"Film {id}", Year = 1960 + 2 * id, Genres = [id % 3 == 0 ? "Drama" : "Comedy"] })]);
        _anyone = _host.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _anyone.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Insights_BeforeTheFirstModel_AreNotFound()
    {
        foreach (var route in s_routes) await _anyone.GetAsync(route).ProblemAsync("insights_not_found");
    }

    [Fact]
    public async Task Insights_OfTheModelInService_AreTaggedWithItsVersionAndHoldNobody()
    {
        var version = await TrainAsync();

        foreach (var route in s_routes)
        {
            using var answer = await _anyone.GetAsync(route);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{route}: {text}");
            Assert.Equal($"\"{version}\"", answer.Headers.ETag!.Tag);
            Assert.Equal(version, (string?)JsonNode.Parse(text)!["modelVersion"]);
            Assert.DoesNotContain("sim:", text, StringComparison.Ordinal);
            Assert.DoesNotContain("userId", text, StringComparison.OrdinalIgnoreCase);
            using var again = new HttpRequestMessage(HttpMethod.Get, route);
            again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
            using var same = await _anyone.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        }
    }

    [Fact]
    public async Task Insights_OfTheModelInService_SayWhatItIsAndHowItDid()
    {
        await TrainAsync();

        var overview = await _anyone.GetAsync("insights").JsonAsync();
        var data = await _anyone.GetAsync("insights/data").JsonAsync();
        var portraits = await _anyone.GetAsync("insights/portraits").JsonAsync();
        var correlations = await _anyone.GetAsync("insights/correlations").JsonAsync();
        var models = await _anyone.GetAsync("insights/models").JsonAsync();

        Assert.Equal(SmallCommunity.People, (int)overview["data"]!["users"]!);
        Assert.NotEmpty((string)overview["why"]!);
        Assert.Equal(["lists", "stars"], overview["boards"]!.AsArray().Select(board => (string)board!["goal"]!));
        Assert.Contains("popularity", overview["boards"]![0]!.Each(place => (string)place["name"]!));
        Assert.Equal((int)data["coverage"]!["ratings"]!, data["stars"]!.AsArray().Sum(count => (int)count!));
        Assert.Equal(SmallCommunity.People, (int)portraits.Each(item => item["portrait"]!["size"]!).Single()!);
        Assert.All(portraits["map"]!["cells"]!.AsArray(), cell => Assert.True((int)cell!["people"]! >= 5));
        Assert.Contains("Ids of people and films are no features", (string)correlations["note"]!, StringComparison.Ordinal);
        var columns = correlations["columns"]!.AsArray().Count;
        Assert.All(correlations["cells"]!.AsArray(), cell => Assert.True((int)cell!["row"]! < (int)cell["column"]! && (int)cell["column"]! < columns && (double)cell["adjusted"]! >= (double)cell["pValue"]!));
        Assert.Contains("random", models["boards"]![0]!["rows"]!.AsArray().Select(row => (string)row!["name"]!));
        Assert.Equal(10, models["exposure"]!["tenths"]!.AsArray().Count);
        Assert.Null(models["drift"]);
    }

    [Fact]
    public async Task Insights_OfTheSmallCommunity_AreWhatItsRatingsAddUpTo()
    {
        await TrainAsync();

        var data = await _anyone.GetAsync("insights/data").JsonAsync();
        var portraits = await _anyone.GetAsync("insights/portraits").JsonAsync();
        var models = await _anyone.GetAsync("insights/models").JsonAsync();

        // As SmallCommunity makes them: twelve films a person, the stars by person and place.
        var stars = (from person in Enumerable.Range(0, SmallCommunity.People) from i in Enumerable.Range(0, 12) select 1 + (person + i * i) % 9 * 0.5).ToArray();
        Assert.Equal(Enumerable.Range(1, 10).Select(half => stars.Count(one => one == half / 2.0)), data["stars"]!.AsArray().Select(count => (int)count!));
        Assert.Equal(stars.Average(), (double)data["meanStars"]!, 1e-5);
        var day = data["timeline"]!["days"]!.AsArray().Single()!;
        Assert.Equal(("2026-01-01", stars.Length), ((string)day["period"]!, (int)day["ratings"]!));
        Assert.Equal(stars.Average(), (double)day["meanStars"]!, 1e-5);
        Assert.Equal(1 - stars.Length / (double)(SmallCommunity.People * RatedFilms), (double)data["coverage"]!["sparsity"]!, 1e-5);
        Assert.Equal(1, (int)portraits["chosen"]!);
        Assert.Contains("fewer than five", (string)portraits["privacy"]!, StringComparison.Ordinal);
        var spread = models["exposure"]!["spread"]!;
        var tenths = models["exposure"]!["tenths"]!.AsArray();
        Assert.Equal(41, spread["curve"]!.AsArray().Count);
        Assert.InRange((double)spread["placesGini"]!, 0, 1);
        Assert.InRange((double)spread["tailPlaces"]!, 0, tenths.Sum(tenth => (double)tenth!["places"]!));
        Assert.NotEmpty(models["importances"]!.AsArray());
    }

    [Fact]
    public async Task Insights_AllOfThem_AreSmall()
    {
        await TrainAsync();

        var bytes = 0;
        foreach (var route in s_routes) bytes += (await _anyone.GetByteArrayAsync(route)).Length;

        Assert.InRange(bytes, 1, 300_000);
    }

    [Fact]
    public async Task Me_AgreedToPortraits_IsToldOfItAndElseNot()
    {
        await TrainAsync();
        using var zoe = await _host.JoinAsync("zoe");
        await zoe.PutAsJsonAsync("me/profile", new { occupation = "nurse" }).JsonAsync();
        Assert.Null((await zoe.GetAsync("me").JsonAsync())["portrait"]);
        Assert.Equal("popular", (string?)(await RowsAsync(zoe))[0]!["id"]);

        await zoe.PutAsJsonAsync("me/consents/profileForPortraits", new { isGiven = true, policyVersion = Policy.Version }).JsonAsync();

        var portrait = (await zoe.GetAsync("me").JsonAsync())["portrait"]!;
        Assert.Equal("profile", (string?)portrait["from"]);
        Assert.NotEmpty((string)portrait["summary"]!);
        var shown = (await _anyone.GetAsync("insights/portraits").JsonAsync())["items"]![0]!["portrait"]!;
        Assert.Equal(((int)shown["id"]!, (string)shown["name"]!), ((int)portrait["id"]!, (string)portrait["name"]!));
        Assert.Equal("forPeopleLikeYou", (string?)(await RowsAsync(zoe))[0]!["id"]);

        await zoe.PutAsJsonAsync("me/consents/profileForPortraits", new { isGiven = false }).JsonAsync();
        Assert.Null((await zoe.GetAsync("me").JsonAsync())["portrait"]);
    }

    static async Task<JsonArray> RowsAsync(HttpClient client) => (await client.GetAsync("recommendations/rows").JsonAsync())["items"]!.AsArray();

    async Task<string> TrainAsync()
    {
        await SmallCommunity.ImportAsync(_host.Services.GetRequiredService<SnapshotStore>());
        var run = await _host.Services.GetRequiredService<RetrainModels>().RunAsync();
        Assert.True(run!.Version is not null, run.Why);
        Assert.True(await _host.Services.GetRequiredService<ModelInService>().RefreshAsync());
        return run.Version.ToString();
    }
}
