using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;

namespace Matinee.Api.Tests.Privacy;

public sealed class CompleteExportTests
{
    // What is kept beside what a person has said, and why it is not in their export.
    static readonly HashSet<string> s_machinery =
    [
        "_rid", "_self", "_etag", "_attachments", "_ts", "ttl", // the store's own
        "passwordHash", // proves a password; whoever has it could try to guess it
        "version", "trace", "mark", // which state it is in, which request wrote it: nothing of the person
        "kind", "removed", "simulated", // of which sort the document is
    ];

    [Fact]
    public async Task Export_WhateverAnyContainerHoldsOfThePerson_IsInIt()
    {
        await using var host = await People.StartAsync();
        await Person.AddFilmsAsync(host);
        using var zoe = await Person.JoinAsync(host);

        var files = await Person.ExportAsync(zoe.Client);

        var told = files.Where(static file => file.Key.EndsWith(".json", StringComparison.Ordinal))
            .SelectMany(static file => Person.Leaves(JsonNode.Parse(file.Value))).SelectMany(static leaf => Forms(leaf.Value)).ToHashSet();
        var documents = (await Stored.DocumentsAsync(host)).Where(one => one.Document.ToJsonString().Contains(zoe.Id, StringComparison.Ordinal)).ToList();
        Assert.Equal(["logins", "ratings", "reviews", "sessions", "shelf", "users"], documents.Select(static one => one.Container).Distinct().Order());
        var missing =
            from one in documents
            from leaf in Person.Leaves(one.Document)
            // The name of a document is made of what else is in it.
            where !s_machinery.Contains(leaf.Name) && leaf.Name != "id" && !Forms(leaf.Value).Any(told.Contains)
            select $"{one.Container}: {leaf.Name} = {leaf.Value.ToJsonString()}";
        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public async Task Export_SentBackByAnother_IsTheirsAgain()
    {
        await using var host = await People.StartAsync();
        await Person.AddFilmsAsync(host);
        using var zoe = await Person.JoinAsync(host);
        using var again = await host.JoinAsync("another");
        var files = await Person.ExportAsync(zoe.Client);

        await again.PutAsync("me/profile", new StringContent(files["profile.json"], null, "application/json")).JsonAsync();
        var ratings = JsonNode.Parse(files["ratings.json"])!.AsArray().Select(static one =>
            new { movieId = (int)one!["movieId"]!, stars = (double)one["stars"]!, ratedAt = (DateTimeOffset)one["ratedAt"]!, review = (string?)one["review"] });
        await again.PutAsJsonAsync("me/ratings", new { ratings }).JsonAsync();
        foreach (var entry in JsonNode.Parse(files["shelf.json"])!.AsArray())
        {
            var shelf = (string)entry!["kind"]! switch { "NotInterested" => "not-interested", var kind => kind.ToLowerInvariant() };
            await again.PutAsync($"me/{shelf}/{entry["movieId"]}", null).JsonAsync(HttpStatusCode.Created);
        }

        var theirs = await Person.ExportAsync(again);
        Assert.Equal(files["ratings.json"], theirs["ratings.json"]);
        Assert.Equal(files["ratings.csv"], theirs["ratings.csv"]);
        Assert.Equal(files["reviews.json"], theirs["reviews.json"]);
        Assert.Equal(files["profile.json"], theirs["profile.json"]);
        Assert.Equal(Shelf(files), Shelf(theirs));
    }

    static IEnumerable<string> Shelf(Dictionary<string, string> files) =>
        JsonNode.Parse(files["shelf.json"])!.AsArray().Select(static one => $"{one!["kind"]} {one["movieId"]}").Order();

    // A time is kept as milliseconds and told as a date, the name of a purpose in small letters and in large ones.
    static IEnumerable<string> Forms(JsonValue value)
    {
        if (value.GetValueKind() == JsonValueKind.String)
        {
            yield return ((string)value!).ToUpperInvariant();
            if (DateTimeOffset.TryParse((string)value!, CultureInfo.InvariantCulture, out var time)) yield return $"{time.ToUnixTimeMilliseconds()}";
            yield break;
        }

        yield return value.ToJsonString().ToUpperInvariant();
    }
}
