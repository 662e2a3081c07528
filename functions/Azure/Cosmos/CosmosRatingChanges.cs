using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Matinee.Core.Training;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>Pulls the change feed of the ratings. Documents that are no ratings are left out: the ratings feed has set them aside.</summary>
sealed class CosmosRatingChanges(Container container, StoreRetry retry) : IRatingChanges
{
    const int PageSize = 1000;

    public async IAsyncEnumerable<RatingPage> PullAsync(string? continuation, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var feed = Open(continuation);
        while (true)
        {
            using var page = await retry.RunAsync(stop => ReadAsync(feed, stop), cancellation).ConfigureAwait(false);
            if (page.StatusCode == HttpStatusCode.NotModified) yield break;
            if (page.StatusCode == HttpStatusCode.BadRequest && continuation is not null) throw Refused(page.ErrorMessage);
            page.Check();
            continuation = page.ContinuationToken;
            yield return new(Updates(page.Content), continuation);
        }
    }

    FeedIterator Open(string? continuation)
    {
        var options = new ChangeFeedRequestOptions { PageSizeHint = PageSize };
        try
        {
            var start = continuation is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(continuation);
            return container.GetChangeFeedStreamIterator(start, ChangeFeedMode.Incremental, options);
        }
        catch (Exception error) when (continuation is not null && error is ArgumentException or FormatException or JsonException)
        {
            throw Refused(error.Message, error);
        }
    }

    // What may go better the next time must be thrown for that, inside the retries.
    static async Task<ResponseMessage> ReadAsync(FeedIterator feed, CancellationToken stop)
    {
        var page = await feed.ReadNextAsync(stop).ConfigureAwait(false);
        if (!StoreAnswers.IsTransient(page.StatusCode)) return page;
        using (page) page.Check();
        return page;
    }

    static List<RatingUpdate> Updates(Stream content)
    {
        using var page = JsonDocument.Parse(content);
        var updates = new List<RatingUpdate>();
        foreach (var change in RatingChanges.Read(page.RootElement.GetProperty("Documents").EnumerateArray()))
        {
            if (change.Rating is { } rating) updates.Add(new(rating.UserId, rating.MovieId, rating.Stars, rating.RatedAt, rating.Version));
        }

        return updates;
    }

    static ContinuationRefusedException Refused(string? why, Exception? error = null) =>
        new($"The ratings' change feed does not go on from there: {why ?? "it gave no reason"}.", error);
}
