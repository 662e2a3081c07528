using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Contract.Tests.Gateway;

static class Documents
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static RatingDocument Rating(string user, string movie, double value = 3, string? note = null) => new(movie, user, int.Parse(movie), value, note);
}

public sealed record RatingDocument(string Id, string UserId, int MovieId, double Value, string? Note = null, int? Ttl = null);
