using System.Net;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Catalog;

namespace Matinee.Api.Tests.Catalog;

public sealed class MovieTests
{
    [Fact]
    public async Task GetMovie_Known_GivesItsFactsAndCounts()
    {
        await using var host = await MatineeHost.StartAsync();
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat", Year = 1995, Genres = ["Crime"], Cast = ["Al Pacino"] });
        using var client = host.NewClient();

        var movie = await client.GetAsync("movies/7").JsonAsync();

        Assert.Equal("Heat", (string?)movie["title"]);
        Assert.Equal(1995, (int?)movie["year"]);
        Assert.Equal(0, (int?)movie["votes"]);
        Assert.Equal(10, movie["histogram"]!.AsArray().Count);
    }

    [Fact]
    public async Task GetMovie_AskedAgainWithItsETag_IsNotSentTwice()
    {
        await using var host = await MatineeHost.StartAsync();
        await host.SaveAsync(new Movie { Id = 7, Title = "Heat" });
        using var client = host.NewClient();
        using var first = await client.GetAsync("movies/7");
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.GetAsync("movies/7");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task GetMovie_Unknown_IsAProblem()
    {
        await using var host = await MatineeHost.StartAsync();
        using var client = host.NewClient();

        var problem = await client.GetAsync("movies/8").ProblemAsync("movie_not_found");

        Assert.Contains("8", (string?)problem["detail"], StringComparison.Ordinal);
    }
}
