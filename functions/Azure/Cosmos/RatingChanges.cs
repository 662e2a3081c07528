using System.Text.Json;
using Matinee.Azure.Cosmos.Documents;
using Matinee.Core.Ratings;

namespace Matinee.Azure.Cosmos;

/// <summary>Reads documents of the ratings' change feed, whatever is in them.</summary>
public static class RatingChanges
{
    /// <summary>A change for each document, in their order; what is no rating says why.</summary>
    public static IReadOnlyList<RatingChange> Read(IEnumerable<JsonElement> documents) => [.. documents.Select(Read)];

    static RatingChange Read(JsonElement document)
    {
        try
        {
            var rating = document.Deserialize(CosmosJson.Default.RatingDocument);
            return rating switch
            {
                null => new(document, null, "it is null"),
                { UserId: null } => new(document, null, "it has no userId"),
                _ when rating.Removed != rating.Stars is null => new(document, null, "its stars and 'removed' contradict each other"),
                _ when rating.Id != MovieDocument.IdOf(rating.MovieId) => new(document, null, $"its id '{rating.Id}' is not that of movie {rating.MovieId}"),
                _ => new(document, rating.ToRating(), null) { Cause = rating.Trace, Stored = StoredAt(document) },
            };
        }
        catch (Exception error) when (error is JsonException or ArgumentOutOfRangeException)
        {
            return new(document, null, error.Message);
        }
    }

    // Every document of Cosmos has it, in whole seconds.
    static DateTimeOffset? StoredAt(JsonElement document) =>
        document.TryGetProperty("_ts", out var seconds) && seconds.TryGetInt64(out var since) ? DateTimeOffset.FromUnixTimeSeconds(since) : null;
}
