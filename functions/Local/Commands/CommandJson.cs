using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Matinee.Api.Operations;
using Matinee.Engine.Boards;
using Matinee.Local.Doctor;

namespace Matinee.Local.Commands;

/// <summary>The JSON that commands give.</summary>
[JsonSerializable(typeof(ModelListing))]
[JsonSerializable(typeof(ShownModel))]
[JsonSerializable(typeof(EvaluationAnswer))]
[JsonSerializable(typeof(ModelSwing))]
[JsonSerializable(typeof(PrunedModels))]
[JsonSerializable(typeof(PersonDeleted))]
[JsonSerializable(typeof(ImportedFactors))]
[JsonSerializable(typeof(TrainingAnswer))]
[JsonSerializable(typeof(Diagnosis))]
[JsonSerializable(typeof(JsonObject))]
sealed partial class CommandJson : JsonSerializerContext
{
    // Made when it is first asked for: the generated part of this class must be there before.
    static JsonSerializerOptions Indented => field ??= new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = JsonTypeInfoResolver.Combine(Default, OperationsJson.Default),
        WriteIndented = true,
    };

    /// <summary>Writes a value as one document.</summary>
    public static Task WriteAsync<T>(TextWriter output, T value) =>
        output.WriteLineAsync(JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Indented.GetTypeInfo(typeof(T))));
}

/// <summary>All versions, the newest first.</summary>
/// <param name="Current">The one in service.</param>
/// <param name="Versions">Those that can be read.</param>
/// <param name="Damaged">Those whose manifest can't be.</param>
/// <param name="History">What was in service when.</param>
sealed record ModelListing(string? Current, IReadOnlyList<VersionAnswer> Versions, IReadOnlyList<string> Damaged, IReadOnlyList<PromotionAnswer> History);

/// <summary>One version, with the recipe it was made by, and the boards that it was chosen by.</summary>
sealed record ShownModel(VersionAnswer Model, JsonObject Parameters, IReadOnlyList<Board> Boards);

/// <summary>The boards of a set, in the shape in which versions and insights have them.</summary>
sealed record EvaluationAnswer(string Set, int Ratings, int Films, int People, long LeftOut, Board? Lists, Board? Stars);

/// <summary>Another version in service.</summary>
sealed record ModelSwing(string? Before, string Current);

/// <summary>The versions that are gone.</summary>
sealed record PrunedModels(IReadOnlyList<string> Deleted);

/// <summary>A retraining, and what was measured of the version that it published.</summary>
sealed record TrainingAnswer(RunAnswer Run, IReadOnlyDictionary<string, MetricAnswer> Metrics);

/// <summary>Lists of factors from outside; <c>compared</c> people were folded in, of whom the middle one differs by a part of its length.</summary>
sealed record ImportedFactors(string Version, int Films, int Rank, double CoveredFilms, int Compared, double Difference);
