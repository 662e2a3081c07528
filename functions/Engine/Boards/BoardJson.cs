using System.Text.Json.Serialization;

namespace Matinee.Engine.Boards;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Board))]
[JsonSerializable(typeof(SearchMemory))]
sealed partial class BoardJson : JsonSerializerContext;
