using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Ratings;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

sealed class CosmosReviews(CosmosTable<ReviewDocument> table) : IReviews
{
    const string PublicList = "reviews";
    const int DigestBytes = 16;

    static readonly Keyset s_newest = new("reviews", $"c.kind = '{ReviewDocument.ReviewKind}'", "ratedAt", "userId", TieIsText: true);

    public async Task<MovieLedger> OpenAsync(int movieId, IReadOnlyCollection<string> userIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(userIds);
        var names = Enumerable.Range(0, userIds.Count).Select(static i => $"@u{i}").Append("@stats");
        var query = new QueryDefinition($"SELECT * FROM c WHERE c.id IN ({string.Join(", ", names)})").WithParameter("@stats", ReviewDocument.StatsId);
        foreach (var (i, userId) in userIds.Index()) query = query.WithParameter($"@u{i}", ReviewDocument.IdOf(userId));
        var found = await table.QueryAsync(query, new(movieId), cancellation).ConfigureAwait(false);
        var stats = found.Find(static document => document.Id == ReviewDocument.StatsId);
        var applied = found.Where(static document => document.UserId is not null)
            .ToDictionary(static document => document.UserId!, static document => new Stored<ViewerRating>(document.ToRating(), document.ETag!));
        return new(movieId, stats?.Stats?.ToStats() ?? MovieStats.Empty, stats?.ETag, applied);
    }

    public Task CommitAsync(LedgerUpdate update, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(update);
        return table.RunAsync(async stop =>
        {
            var bodies = new List<MemoryStream>();
            var batch = table.Container.CreateTransactionalBatch(new(update.MovieId));
            // The counts' ETag alone would not do: a query is no snapshot, and may show a rating of before a change with the counts of after it.
            Write(ReviewDocument.Of(update.MovieId, update.Stats), update.ETag);
            foreach (var (rating, etag) in update.Applied) Write(ReviewDocument.Of(rating), etag);
            try
            {
                using var response = await batch.ExecuteAsync(stop).ConfigureAwait(false);
                // A removed rating that was forgotten in between is missing.
                if (StoreAnswers.IsConflict(response.StatusCode) || response.StatusCode == HttpStatusCode.NotFound && response.Count > 0)
                    throw new ConflictException($"The counts of movie {update.MovieId}");
                response.Check();
                return true;
            }
            finally
            {
                foreach (var body in bodies) await body.DisposeAsync().ConfigureAwait(false);
            }

            void Write(ReviewDocument document, string? etag)
            {
                var body = table.Body(document);
                bodies.Add(body);
                _ = etag is null ? batch.CreateItemStream(body) : batch.ReplaceItemStream(document.Id, body, new() { IfMatchEtag = etag });
            }
        }, cancellation);
    }

    public async Task<MovieStats> StatsAsync(int movieId, CancellationToken cancellation) =>
        (await table.FindAsync(ReviewDocument.StatsId, new(movieId), cancellation).ConfigureAwait(false))?.Value.Stats?.ToStats() ?? MovieStats.Empty;

    public async Task<Page<ViewerRating>> ListAsync(int movieId, PageRequest page, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var behind = page with { Cursor = await ToKeysetAsync(movieId, page.Cursor, cancellation).ConfigureAwait(false) };
        var found = await table.QueryAsync(s_newest.Query(behind), new(movieId), cancellation, page.Limit + 1).ConfigureAwait(false);
        return Cursor.PageOf(found.ConvertAll(static document => document.ToRating()), page.Limit, At);

        static Cursor At(ViewerRating rating) => new(PublicList, rating.RatedAt.ToUnixTimeMilliseconds(), DigestOf(rating.MovieId, rating.UserId));
    }

    /// <summary>
    /// The cursor that the query needs. Anyone can read a cursor and reviews don't tell whose they are, so what goes out has a digest
    /// in the place of the user's id. Who it is of is looked for among the reviews of that millisecond: one, as a rule.
    /// </summary>
    async Task<string?> ToKeysetAsync(int movieId, string? cursor, CancellationToken cancellation)
    {
        if (Cursor.Parse(cursor, PublicList) is not { } read) return null;
        var query = new QueryDefinition($"SELECT * FROM c WHERE {s_newest.Where} AND c.ratedAt = @key").WithParameter("@key", read.Key);
        var found = await table.QueryAsync(query, new(movieId), cancellation).ConfigureAwait(false);
        // A review that is gone leaves the place behind its time.
        var last = found.Find(document => DigestOf(movieId, document.UserId!) == read.Id)?.UserId ?? "";
        return s_newest.At(read.Key, last).ToString();
    }

    static string DigestOf(int movieId, string userId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{movieId} {userId}"))).AsSpan(0, DigestBytes));
}
