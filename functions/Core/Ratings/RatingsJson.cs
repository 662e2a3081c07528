using System.Text.Json.Serialization;

namespace Matinee.Core.Ratings;

/// <summary>How a rating is written down for whoever looks at what could not be applied.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ViewerRating))]
sealed partial class RatingsJson : JsonSerializerContext;
