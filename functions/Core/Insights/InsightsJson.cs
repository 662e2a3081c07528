using System.Text.Json.Serialization;

namespace Matinee.Core.Insights;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelInsights))]
sealed partial class InsightsJson : JsonSerializerContext;
