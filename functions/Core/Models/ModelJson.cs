using System.Text.Json.Serialization;

namespace Matinee.Core.Models;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelManifest))]
[JsonSerializable(typeof(CurrentModel))]
[JsonSerializable(typeof(ErasedList))]
sealed partial class ModelJson : JsonSerializerContext;
