using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Engine.Als;
using Matinee.Engine.Factorization;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Ratings;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Recommendations;

/// <summary>A host with films 1 to 120 of two kinds, people who like one kind or the other, and a model of them. Nobody has seen the last 20.</summary>
public sealed class Cinema : IAsyncLifetime
{
    public const int Films = 120;
    public const int SeenFilms = 100;
    const int Audience = 80;
    int _people;

    public MatineeHost Host { get; private set; } = null!;

    public ModelInService Model => Host.Services.GetRequiredService<ModelInService>();

    public static bool IsWestern(int film) => film % 2 == 0;

    public async ValueTask InitializeAsync()
    {
        Host = await EmptyAsync();
        await PromoteAsync(Host);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A host with the films, and no model yet.</summary>
    public static async Task<MatineeHost> EmptyAsync()
    {
        var host = await People.StartAsync(services => services.AddSingleton(
            new Core.Accounts.SignInLimits { Registrations = Core.Accounts.SignInLimits.MaxAttempts }));
        await host.SaveAsync([.. Enumerable.Range(1, Films).Select(id => new Movie
        {
            Id = id,
            Title = $"Film {id}",
            Year = 1900 + id,
            Genres = [IsWestern(id) ? "Western" : "Musical"],
        })]);
        return host;
    }

    /// <summary>Trains, publishes and promotes; the host is told.</summary>
    public static async Task<ModelVersion> PromoteAsync(MatineeHost host, string? person = null)
    {
        var (random, rows) = (new Random(3), new List<Rating>());
        for (var user = 1; user <= Audience; user++)
        {
            foreach (var film in Enumerable.Range(1, SeenFilms).OrderBy(_ => random.Next()).Take(30))
            {
                var likes = IsWestern(film) == (user % 2 == 0);
                if (likes || random.Next(4) == 0) rows.Add(new(user, film, likes ? 4 + random.Next(3) / 2f : 1 + random.Next(3) / 2f, 0));
            }
        }

        var ratings = Interactions.From(rows);
        var names = Enumerable.Range(1, Audience).ToDictionary(user => user, user => user == 2 && person is not null ? person : $"someone-{user}");
        var served = new ServedModel(
            new AlsTrainer(new() { Factors = 8, Epochs = 8 }).Fit(ratings, new()),
            new FactorizationTrainer(new() { Factors = 3 }).Fit(ratings, new()),
            new(new UserNeighboursTrainer(new() { Shrinkage = 5 }).Fit(ratings, new()), names));
        var store = host.Services.GetRequiredService<IModelStore>();
        var manifest = await store.PublishAsync(served.Write(), new()
        {
            Kind = ServedModel.Kind,
            Data = new(null, host.Clock.GetUtcNow(), rows.Count, Audience, SeenFilms),
            Seed = 1,
            GitCommit = "0000000",
        });
        await store.PromoteAsync(manifest.Version!, (await store.CurrentAsync())!);
        Assert.True(await host.Services.GetRequiredService<ModelInService>().RefreshAsync());
        return manifest.Version!;
    }

    /// <summary>A person that no other test knows, with ratings of some films.</summary>
    public async Task<HttpClient> JoinAsync(params (int Film, double Stars)[] ratings)
    {
        var client = await Host.JoinAsync($"person{Interlocked.Increment(ref _people)}");
        foreach (var (film, stars) in ratings) await RateAsync(client, film, stars);
        return client;
    }

    public static async Task<JsonNode> RateAsync(HttpClient client, int film, double stars)
    {
        using var answer = await client.PutAsJsonAsync($"me/ratings/{film}", new { stars });
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    public static int[] Ids(JsonNode list) => [.. list.Each(item => (int)item["movie"]!["id"]!)];
}
