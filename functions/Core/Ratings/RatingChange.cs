using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Matinee.Core.Ratings;

/// <summary>A document of the ratings' change feed: a rating, or something that is none.</summary>
/// <param name="Document">The document as it came.</param>
/// <param name="Rating">What it says, if it can be read.</param>
/// <param name="Problem">Why it can't.</param>
public sealed record RatingChange(JsonElement Document, ViewerRating? Rating, string? Problem)
{
    /// <summary>The request that wrote it (W3C traceparent); null where that was not traced.</summary>
    public string? Cause { get; init; }

    /// <summary>When the store took it; null where it does not say.</summary>
    public DateTimeOffset? Stored { get; init; }

    /// <summary>A rating that is applied without waiting for the feed; the feed's own delivery of it changes nothing then.</summary>
    public static RatingChange Of(ViewerRating rating) => new(JsonSerializer.SerializeToElement(rating, RatingsJson.Default.ViewerRating), rating, null);

    /// <summary>Sets it aside.</summary>
    public PoisonDocument Park(string reason, DateTimeOffset now)
    {
        var text = Document.GetRawText();
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new(id, reason, text.Length <= PoisonDocument.MaxPayload ? text : text[..PoisonDocument.MaxPayload], now);
    }
}
