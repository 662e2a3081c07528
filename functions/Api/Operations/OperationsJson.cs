using System.Text.Json.Serialization;

namespace Matinee.Api.Operations;

/// <summary>The JSON of the operations.</summary>
[JsonSerializable(typeof(LiveAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
[JsonSerializable(typeof(ModelsAnswer))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(ModelChange))]
public sealed partial class OperationsJson : JsonSerializerContext;
