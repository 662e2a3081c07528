using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Matinee.Api.Tests.Accounts;
using Matinee.Api.Tests.Hosting;
using Matinee.Core.Accounts;
using Matinee.Core.Models;
using Matinee.Core.Ratings;
using Matinee.Core.Training;

namespace Matinee.Api.Tests.Privacy;

/// <summary>What SECURITY.md says of how long what is kept: the store lets go of it by itself, and the numbers are those of the code.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Store_AsTimeGoesBy_LetsGoOfWhatItSays()
    {
        await using var host = await People.StartAsync();
        await Person.AddFilmsAsync(host);
        using var zoe = await host.JoinAsync("zoe");
        foreach (var film in (int[])[1, 2])
        {
            await zoe.PutAsJsonAsync($"me/ratings/{film}", new { stars = 4 }).JsonAsync(HttpStatusCode.Created);
            await zoe.PutAsJsonAsync($"me/ratings/{film}/review", new { text = $"Words about {film}." }).JsonAsync();
        }

        Assert.Equal(HttpStatusCode.NoContent, await zoe.DeleteAsync("me/ratings/1").StatusAsync());
        await host.Stores.Poison.SaveAsync(new("broken", "it is no rating", "{}", host.Clock.GetUtcNow()));
        await Patience.UntilAsync(async () => (await MarksAsync(host)).Count(static mark => mark.StartsWith("reviews", StringComparison.Ordinal)) == 1, "the feed has heard of it");
        Assert.Equal(["ratings 1", "reviews 1"], await MarksAsync(host));
        Assert.Equal((1, 1), (await CountAsync(host, "sessions"), await CountAsync(host, "poison")));

        // A day before its time it is there, a day behind it is gone.
        await AssertGoneAsync(host, 30, async () => await CountAsync(host, "poison"));
        Assert.Equal(0, await CountAsync(host, "sessions"));
        await AssertGoneAsync(host, 90, async () => (await MarksAsync(host)).Count(static mark => mark.StartsWith("ratings", StringComparison.Ordinal)));
        await AssertGoneAsync(host, 180, async () => (await MarksAsync(host)).Count);

        // What nobody has removed stays.
        Assert.Equal((1, 1), (await CountAsync(host, "users"), await CountAsync(host, "ratings")));
    }

    [Fact]
    public void Numbers_Kept_AreThoseOfTheDocument()
    {
        Assert.Equal((30, 365), (Sessions.IdleTime.TotalDays, Sessions.MaxTime.TotalDays));
        Assert.Equal((90, 180), (TimeSpan.FromSeconds(Tombstones.RatingSeconds).TotalDays, TimeSpan.FromSeconds(Tombstones.ReviewSeconds).TotalDays));
        Assert.Equal(30, TimeSpan.FromSeconds(PoisonDocument.KeptSeconds).TotalDays);
        Assert.Equal((10, 3, 50), (new ModelRetention().Keep, new SnapshotOptions().Keep, new TrainingOptions().KeptRuns));
        // A snapshot forgets removals when the feed does: not before, or they come back.
        Assert.Equal(Tombstones.RatingSeconds, new SnapshotOptions().TombstoneLife.TotalSeconds);
    }

    static async Task AssertGoneAsync(MatineeHost host, int day, Func<Task<int>> count)
    {
        host.Clock.Advance(s_begin.AddDays(day - 1) - host.Clock.GetUtcNow());
        Assert.Equal(1, await count());
        host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await count());
    }

    static readonly DateTimeOffset s_begin = new TestClock().GetUtcNow();

    static async Task<int> CountAsync(MatineeHost host, string container) => (await Stored.DocumentsAsync(host)).Count(one => one.Container == container);

    static async Task<List<string>> MarksAsync(MatineeHost host) =>
        [.. (await Stored.DocumentsAsync(host)).Where(static one => one.Container is "ratings" or "reviews" && one.Document["ttl"] is JsonValue).Select(static one => $"{one.Container} {(int)one.Document["movieId"]!}").Order(StringComparer.Ordinal)];
}
