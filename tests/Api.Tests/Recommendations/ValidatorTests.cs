using System.Net;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Catalog;
using Matinee.Core.Ratings;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Tests.Recommendations;

/// <summary>What lists are known by while others rate: films' facts, and figures where they matter.</summary>
public sealed class ValidatorTests
{
    const int Votes = 100;

    static readonly string[] s_lists = ["recommendations", "recommendations/rows", "recommendations/people", "recommendations?limit=5&popularity=1&minVotes=10"];

    readonly Dictionary<int, MovieStats> _stats = [];

    [Fact]
    public async Task Lists_OthersRate_StayTheSameUntilItMatters()
    {
        await using var host = await Cinema.EmptyAsync();
        await Cinema.PromoteAsync(host);
        await RateAsync(host, Enumerable.Range(1, Cinema.SeenFilms), Votes);
        using var zoe = await host.JoinAsync("zoe");
        var tags = await TagsAsync(zoe);

        // One of ten thousand: the catalogue has it at once, and nobody's list is another.
        await RateAsync(host, [3], 1);
        Assert.Equal(Votes + 1, (await host.Services.GetRequiredService<Catalogue>().ViewAsync()).HotOf(3)!.Count);
        Assert.Equal(tags, await TagsAsync(zoe));
        foreach (var list in s_lists)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, list);
            request.Headers.TryAddWithoutValidation("If-None-Match", tags[Array.IndexOf(s_lists, list)]);
            Assert.Equal(HttpStatusCode.NotModified, await zoe.SendAsync(request).StatusAsync());
        }

        // Many little changes come to a large one, whenever they come.
        for (var round = 0; round < 4; round++) await RateAsync(host, Enumerable.Range(1, 50), 1);
        var moved = await TagsAsync(zoe);
        Assert.Empty(moved.Intersect(tags));

        // A small one counts after a while.
        await RateAsync(host, [3], 1);
        Assert.Equal(moved, await TagsAsync(zoe));
        host.Clock.Advance(Catalogue.BasisLife);
        await RateAsync(host, [3], 1);
        var later = await TagsAsync(zoe);
        Assert.Empty(later.Intersect(moved));

        // A film's facts count at once.
        await host.SaveAsync(new Movie { Id = 5, Title = "Another Title", Genres = ["Musical"] });
        Assert.Empty((await TagsAsync(zoe)).Intersect(later));
    }

    static async Task<string[]> TagsAsync(HttpClient client)
    {
        var tags = new List<string>();
        foreach (var list in s_lists)
        {
            using var answer = await client.GetAsync(list);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            tags.Add(answer.Headers.ETag!.ToString());
        }

        return [.. tags];
    }

    /// <summary>Adds so many ratings to each film, as the feed would.</summary>
    async Task RateAsync(MatineeHost host, IEnumerable<int> films, int votes)
    {
        foreach (var film in films)
        {
            var stats = _stats.GetValueOrDefault(film, MovieStats.Empty);
            for (var vote = 0; vote < votes; vote++) stats = stats.Add(new Vote(1 + (film + vote) % 10, 5000, false));
            _stats[film] = stats with { Revision = stats.Revision + 1 };
            foreach (var figures in HotMovie.Of(film, _stats[film])) await host.Stores.HotMovies.SaveAsync(figures);
        }

        await host.Services.GetRequiredService<Catalogue>().RefreshAsync();
    }
}
