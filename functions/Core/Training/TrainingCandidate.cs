using System.Text.Json.Nodes;
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

    /// <summary>Name and parameters, for the manifest.</summary>
    public JsonObject ToRecipe() => new() { ["name"] = Name, ["parameters"] = Parameters.DeepClone() };

    /// <summary>Would both train the same?</summary>
    public bool IsSameAs(TrainingCandidate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Name == other.Name && Goal == other.Goal && JsonNode.DeepEquals(Parameters, other.Parameters);
    }
}
