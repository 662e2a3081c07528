using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Engine.Boards;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;

namespace Matinee.Core.Training;

/// <summary>A way to train a model that may come into service.</summary>
/// <param name="Name">Its name, from which, with its parameters, it can be made again.</param>
/// <param name="Goal">What its models answer.</param>
/// <param name="Parameters">Its options, as the manifest keeps them.</param>
/// <param name="Trainer">Makes the trainer of what is known besides ratings.</param>
public sealed record TrainingCandidate(string Name, Goal Goal, JsonObject Parameters, Func<KnownFacts, ITrainer> Trainer)
{
    /// <summary>With more films than this it does not compete.</summary>
    public int MaxFilms { get; init; } = int.MaxValue;

    /// <summary>Those of its options that are searched; none where they stay as they are.</summary>
    public IReadOnlyList<Knob> Knobs { get; init; } = [];

    /// <summary>The same with other values of its knobs.</summary>
    /// <param name="values">The values, by the options' names.</param>
    /// <param name="recall">Makes candidates of names and parameters.</param>
    public TrainingCandidate With(IReadOnlyDictionary<string, double> values, Func<string, JsonObject, TrainingCandidate?> recall)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(recall);
        var parameters = Parameters.DeepClone().AsObject();
        foreach (var knob in Knobs)
            parameters[JsonNamingPolicy.CamelCase.ConvertName(knob.Name)] = knob.Whole ? JsonValue.Create((long)values[knob.Name]) : JsonValue.Create((float)values[knob.Name]);
        var set = recall(Name, parameters) ?? throw new InvalidOperationException($"'{Name}' can't be made with {parameters.ToJsonString()}.");
        return set with { MaxFilms = MaxFilms, Knobs = Knobs };
    }

    /// <summary>Name and parameters, for the manifest.</summary>
    public JsonObject ToRecipe() => new() { ["name"] = Name, ["parameters"] = Parameters.DeepClone() };

    /// <summary>Would both train the same?</summary>
    public bool IsSameAs(TrainingCandidate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Name == other.Name && Goal == other.Goal && JsonNode.DeepEquals(Parameters, other.Parameters);
    }
}
