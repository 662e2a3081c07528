using System.Net;
using Microsoft.Azure.Cosmos;

namespace Matinee.Contract.Tests.Gateway;

public sealed class ChangeFeedTestsInProcess() : ChangeFeedTests(overHttp: false);

public sealed class ChangeFeedTestsOverHttp() : ChangeFeedTests(overHttp: true);

public abstract class ChangeFeedTests(bool overHttp) : GatewayTests(overHttp)
{
    [Fact]
    public async Task Pull_PageSmallerThanTheBacklog_LosesNothing()
    {
        for (var i = 0; i < 10; i++) await Put((i % 3).ToString(), i.ToString());
        await Put("1", "4", 5);

        var (ids, token) = await Pull(ChangeFeedStartFrom.Beginning(), pageSize: 3);
        await Put("0", "3", 1);
        var (later, _) = await Pull(ChangeFeedStartFrom.ContinuationToken(token), pageSize: 3);

        // Each item once, in the order of its last change.
        Assert.Equal(["0", "1", "2", "3", "5", "6", "7", "8", "9", "4"], ids);
        Assert.Equal(["3"], later);
    }

    [Fact]
    public async Task Pull_FromNow_SeesOnlyWhatComes()
    {
        await Put("1", "1");
        var (before, token) = await Pull(ChangeFeedStartFrom.Now());
        await Put("1", "2");
        var (after, _) = await Pull(ChangeFeedStartFrom.ContinuationToken(token));

        Assert.Empty(before);
        Assert.Equal(["2"], after);
    }

    [Fact]
    public async Task Pull_FromATime_SeesWhatIsYounger()
    {
        await Put("1", "1");
        Fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var start = Fixture.Clock.GetUtcNow().UtcDateTime;
        Fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        await Put("1", "2");

        Assert.Equal(["2"], (await Pull(ChangeFeedStartFrom.Time(start))).Ids);
    }

    [Fact]
    public async Task Pull_OnePartition_SeesThatAlone()
    {
        for (var i = 0; i < 9; i++) await Put((i % 3).ToString(), i.ToString());
        var range = FeedRange.FromPartitionKey(new PartitionKey("1"));

        var (ids, token) = await Pull(ChangeFeedStartFrom.Beginning(range), pageSize: 2);
        await Put("2", "8", 1);
        await Put("1", "1", 1);

        Assert.Equal(["1", "4", "7"], ids);
        Assert.Equal(["1"], (await Pull(ChangeFeedStartFrom.ContinuationToken(token))).Ids);
    }

    [Fact]
    public async Task Pull_RemovedItems_AreNotShown()
    {
        await Put("1", "1");
        await Put("1", "2");
        await Ratings.DeleteItemAsync<RatingDocument>("1", new PartitionKey("1"));

        Assert.Equal(["2"], (await Pull(ChangeFeedStartFrom.Beginning())).Ids);
    }

    [Fact]
    public async Task Pull_AfterARestart_GoesOnWhereItWas()
    {
        for (var i = 0; i < 5; i++) await Put("1", i.ToString());
        var (_, token) = await Pull(ChangeFeedStartFrom.Beginning());
        var (database, container) = (Ratings.Database.Id, Ratings.Id);

        await Fixture.RestartAsync();
        var reopened = Fixture.NewClient().GetContainer(database, container);
        await reopened.UpsertItemAsync(Documents.Rating("1", "3", 1), new PartitionKey("1"));

        Assert.Equal(["3"], (await Pull(ChangeFeedStartFrom.ContinuationToken(token), container: reopened)).Ids);
    }

    [Fact]
    public async Task Pull_AllVersionsAndDeletes_IsRefused()
    {
        using var iterator = Ratings.GetChangeFeedIterator<ChangeFeedItem<RatingDocument>>(ChangeFeedStartFrom.Now(), ChangeFeedMode.AllVersionsAndDeletes);

        var error = await Fails(iterator.ReadNextAsync());

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
    }

    async Task<(List<string> Ids, string Token)> Pull(ChangeFeedStartFrom start, int? pageSize = null, Container? container = null)
    {
        using var iterator = (container ?? Ratings).GetChangeFeedIterator<RatingDocument>(start, ChangeFeedMode.LatestVersion, new() { PageSizeHint = pageSize });
        var ids = new List<string>();
        while (true)
        {
            var page = await iterator.ReadNextAsync();
            if (page.StatusCode == HttpStatusCode.NotModified) return (ids, page.ContinuationToken);
            Assert.InRange(page.Count, 1, pageSize ?? 100);
            ids.AddRange(page.Select(row => row.Id));
        }
    }
}
