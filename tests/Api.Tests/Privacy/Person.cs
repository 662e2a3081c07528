using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Privacy;

/// <summary>Somebody with one of everything that can be kept of a person, in words that nothing else has.</summary>
sealed record Person(HttpClient Client, string Id) : IDisposable
{
    public const string LoginName = "zoeunmistakable";
    public const string Device = "unmistakable laptop";
    public const string Name = "Zoë Unmistakable";
    public const string Occupation = "unmistakable nurse";
    public const string Review = "An unmistakable \"review\",\nof two lines.";

    /// <summary>What only this person has said, in pieces that no encoding changes.</summary>
    public static readonly string[] Words = [LoginName, Device, "Unmistakable", Occupation, "An unmistakable"];

    public static async Task<Person> JoinAsync(MatineeHost host)
    {
        using var stranger = host.NewClient();
        var joined = await stranger.PostAsJsonAsync("accounts", new { loginName = LoginName, password = People.Password, device = Device }).JsonAsync(HttpStatusCode.Created);
        var client = host.NewClient((string)joined["token"]!);
        var id = (string)(await client.GetAsync("me").JsonAsync())["id"]!;
        var version = (string)(await client.GetAsync("me/consents").JsonAsync())["policyVersion"]!;
        foreach (var purpose in (string[])["ratingsForOthers", "profileForPortraits"])
            await client.PutAsJsonAsync($"me/consents/{purpose}", new { isGiven = true, policyVersion = version }).JsonAsync();
        await client.PutAsJsonAsync("me/profile", new { name = Name, birthYear = 1987, occupation = Occupation, favouriteGenres = (string[])["Drama"] }).JsonAsync();
        var ratings = Enumerable.Range(0, 12).Select(static film => new { movieId = film, stars = 1 + film % 9 * 0.5, ratedAt = new DateTimeOffset(2024, 2, 3, 4, film, 6, TimeSpan.Zero) });
        await client.PutAsJsonAsync("me/ratings", new { ratings }).JsonAsync();
        await client.PutAsJsonAsync("me/ratings/3/review", new { text = Review }).JsonAsync();
        foreach (var (shelf, film) in ((string, int)[])[("watchlist", 20), ("seen", 21), ("not-interested", 22)])
            await client.PutAsync($"me/{shelf}/{film}", null).JsonAsync(HttpStatusCode.Created);
        // What the change feed does a moment later.
        var changes = (await host.Stores.Ratings.AllAsync(id)).Select(async one => RatingChange.Of((await host.Stores.Ratings.FindAsync(id, one.MovieId))!.Value));
        await host.Services.GetRequiredService<RatingsFeed>().ApplyAsync(await Task.WhenAll(changes));
        return new(client, id);
    }

    /// <summary>Films 0 to 29.</summary>
    public static Task AddFilmsAsync(MatineeHost host) =>
        host.SaveAsync([.. Enumerable.Range(0, 30).Select(static id => new Movie { Id = id, Title = $"Film {id}", Year = 1960 + id, Genres = [id % 3 == 0 ? "Drama" : "Comedy"] })]);

    /// <summary>The files of the export.</summary>
    public static async Task<Dictionary<string, string>> ExportAsync(HttpClient client)
    {
        using var answer = await client.GetAsync("me/export");
        using var archive = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, string>();
        foreach (var entry in archive.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync());
            files[entry.FullName] = await text.ReadToEndAsync();
        }

        return files;
    }

    /// <summary>All scalars in a piece of JSON, with the names that lead to them.</summary>
    public static IEnumerable<(string Name, JsonValue Value)> Leaves(JsonNode? node, string name = "") => node switch
    {
        JsonObject all => all.SelectMany(one => Leaves(one.Value, one.Key)),
        JsonArray all => all.SelectMany(one => Leaves(one, name)),
        JsonValue value => [(name, value)],
        _ => [],
    };

    public void Dispose() => Client.Dispose();
}
