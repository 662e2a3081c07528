using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Matinee.Engine.Boards;

namespace Matinee.Core.Models;

/// <summary>What a published model is, where it came from and how good it is; it lies beside the model and never changes.</summary>
public sealed record ModelManifest
{
    /// <summary>The model's version; given when it is published.</summary>
    public ModelVersion? Version { get; init; }

    /// <summary>The kind of model file.</summary>
    public required string Kind { get; init; }

    /// <summary>The bytes of the model file; counted when it is published.</summary>
    public long Bytes { get; init; }

    /// <summary>The state of the data it was trained on.</summary>
    public required DataWatermark Data { get; init; }

    // A generated reader sets null where the document says nothing: the empty defaults stay then.

    /// <summary>What was measured, by the name of the measure.</summary>
    public IReadOnlyDictionary<string, ModelMetric> Metrics { get; init => field = value ?? field; } = new Dictionary<string, ModelMetric>();

    /// <summary>All models that were measured when it was chosen, side by side, with what anyone could do.</summary>
    public IReadOnlyList<Board> Boards { get; init => field = value ?? field; } = [];

    /// <summary>The trainer's options, as it had them.</summary>
    public JsonObject Parameters { get; init => field = value ?? field; } = [];

    /// <summary>The seed: with it, the same data and the same code, training gives this model again. Text, as it has 64 bits.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public required ulong Seed { get; init; }

    /// <summary>The commit of the code that trained it.</summary>
    public required string GitCommit { get; init; }

    /// <summary>What a newer version of this program wrote: kept as it is.</summary>
    /// <remarks>Only the JSON reader sets it; generated readers can't where it is init-only.</remarks>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}
