using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Matinee.Engine.Als;
using Matinee.Engine.Baseline;
using Matinee.Engine.Boards;
using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Factorization;
using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Neural;
using Matinee.Engine.Popularity;

namespace Matinee.Core.Training;

/// <summary>The candidates that are one model of one kind.</summary>
public static class StandardCandidates
{
    /// <summary>Lists by implicit-feedback factorization.</summary>
    public static TrainingCandidate Als(AlsOptions? options = null) =>
        Of(AlsModel.Name, Goal.Lists, options ?? new(), CandidateJson.Default.AlsOptions, static (options, _) => new AlsTrainer(options)) with { Knobs = SearchSpace.Als.Knobs };

    /// <summary>Lists by how films are seen together.</summary>
    public static TrainingCandidate Ease(EaseOptions? options = null) =>
        Of(EaseModel.Name, Goal.Lists, options ?? new(), CandidateJson.Default.EaseOptions, static (options, _) => new EaseTrainer(options)) with { Knobs = SearchSpace.Ease.Knobs };

    /// <summary>Stars by factorization.</summary>
    public static TrainingCandidate Factorization(FactorizationOptions? options = null) =>
        Of(FactorizationModel.Name, Goal.Stars, options ?? new(), CandidateJson.Default.FactorizationOptions, static (options, _) => new FactorizationTrainer(options));

    /// <summary>Lists by what is known of films.</summary>
    public static TrainingCandidate Content(ContentOptions? options = null) =>
        Of(ContentModel.Name, Goal.Lists, options ?? new(), CandidateJson.Default.ContentOptions, static (options, facts) => new ContentTrainer(facts, options));

    /// <summary>Stars by those of similar films.</summary>
    public static TrainingCandidate ItemNeighbours(ItemNeighboursOptions? options = null) =>
        Of(ItemNeighboursModel.Name, Goal.Stars, options ?? new(), CandidateJson.Default.ItemNeighboursOptions, static (options, _) => new ItemNeighboursTrainer(options))
            with { Knobs = SearchSpace.ItemNeighbours.Knobs };

    /// <summary>Stars by a net.</summary>
    public static TrainingCandidate Neural(NeuralOptions? options = null) =>
        Of(NeuralModel.Name, Goal.Stars, options ?? new(), CandidateJson.Default.NeuralOptions, static (options, _) => new NeuralTrainer(options));

    /// <summary>The same list for everyone.</summary>
    public static TrainingCandidate Popularity(PopularityOptions? options = null) =>
        Of(PopularityModel.Name, Goal.Lists, options ?? new(), CandidateJson.Default.PopularityOptions, static (options, _) => new PopularityTrainer(options));

    /// <summary>A film's usual stars, moved by how generous the viewer is.</summary>
    public static TrainingCandidate Baseline(BaselineOptions? options = null) =>
        Of(BaselineModel.Name, Goal.Stars, options ?? new(), CandidateJson.Default.BaselineOptions, static (options, _) => new BaselineTrainer(options));

    /// <summary>What anyone could do without learning tastes, and by chance: on every board, to measure others by.</summary>
    internal static IReadOnlyList<TrainingCandidate> Yardsticks(Goal goal) =>
        goal == Goal.Stars ? [Baseline()] : [Popularity(), Random()];

    /// <summary>A list by chance.</summary>
    public static TrainingCandidate Random() => new(RandomModel.Name, Goal.Lists, [], static _ => new RandomTrainer());

    /// <summary>One of these by its name and parameters; null where there is none of that name, or the parameters are not its own.</summary>
    public static TrainingCandidate? Recall(string name, JsonObject parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        try
        {
            return name switch
            {
                AlsModel.Name => Als(Read(parameters, new(), CandidateJson.Default.AlsOptions)),
                FactorizationModel.Name => Factorization(Read(parameters, new(), CandidateJson.Default.FactorizationOptions)),
                PopularityModel.Name => Popularity(Read(parameters, new(), CandidateJson.Default.PopularityOptions)),
                BaselineModel.Name => Baseline(Read(parameters, new(), CandidateJson.Default.BaselineOptions)),
                EaseModel.Name => Ease(Read(parameters, new(), CandidateJson.Default.EaseOptions)),
                ContentModel.Name => Content(Read(parameters, new(), CandidateJson.Default.ContentOptions)),
                ItemNeighboursModel.Name => ItemNeighbours(Read(parameters, new(), CandidateJson.Default.ItemNeighboursOptions)),
                NeuralModel.Name => Neural(Read(parameters, new(), CandidateJson.Default.NeuralOptions)),
                _ => MixedCandidates.Recall(name, parameters),
            };
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null;
        }
    }

    internal static TrainingCandidate Of<T>(string name, Goal goal, T options, JsonTypeInfo<T> json, Func<T, KnownFacts, ITrainer> trainer) =>
        new(name, goal, JsonSerializer.SerializeToNode(options, json)!.AsObject(), facts => trainer(options, facts));

    // A generated reader takes what is missing for 0 or null: an option that is newer than the manifest gets its default here.
    internal static T Read<T>(JsonObject parameters, T defaults, JsonTypeInfo<T> json)
    {
        var all = JsonSerializer.SerializeToNode(defaults, json)!.AsObject();
        Lay(parameters, all);
        return all.Deserialize(json)!;
    }

    static void Lay(JsonObject over, JsonObject under)
    {
        foreach (var (name, value) in over)
        {
            if (value is JsonObject inner && under[name] is JsonObject there) Lay(inner, there);
            else under[name] = value?.DeepClone();
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AlsOptions))]
[JsonSerializable(typeof(FactorizationOptions))]
[JsonSerializable(typeof(PopularityOptions))]
[JsonSerializable(typeof(BaselineOptions))]
[JsonSerializable(typeof(EaseOptions))]
[JsonSerializable(typeof(ContentOptions))]
[JsonSerializable(typeof(ItemNeighboursOptions))]
[JsonSerializable(typeof(NeuralOptions))]
[JsonSerializable(typeof(HybridRecipe))]
[JsonSerializable(typeof(RidgeRecipe))]
[JsonSerializable(typeof(ForestRecipe))]
[JsonSerializable(typeof(BlendRecipe))]
[JsonSerializable(typeof(UserNeighboursOptions))]
sealed partial class CandidateJson : JsonSerializerContext;
