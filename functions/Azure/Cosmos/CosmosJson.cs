using System.Text.Json.Serialization;
using Matinee.Azure.Cosmos.Documents;

namespace Matinee.Azure.Cosmos;

/// <summary>How documents are written, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(MovieDocument))]
[JsonSerializable(typeof(UserDocument))]
[JsonSerializable(typeof(ConsentDocument))]
[JsonSerializable(typeof(LoginDocument))]
[JsonSerializable(typeof(SessionDocument))]
[JsonSerializable(typeof(RatingDocument))]
[JsonSerializable(typeof(ShelfDocument))]
[JsonSerializable(typeof(MarkDocument))]
[JsonSerializable(typeof(ReviewDocument))]
[JsonSerializable(typeof(HotMovieDocument))]
[JsonSerializable(typeof(PoisonItem))]
// The values of queries' parameters and of patches.
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(int[][]))]
// What a change-feed processor hands over.
[JsonSerializable(typeof(System.Text.Json.JsonElement[]))]
sealed partial class CosmosJson : JsonSerializerContext;
