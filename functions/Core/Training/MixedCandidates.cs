using System.Text.Json.Nodes;
using Matinee.Engine.Als;
using Matinee.Engine.Blend;
using Matinee.Engine.Content;
using Matinee.Engine.Ease;
using Matinee.Engine.Factorization;
using Matinee.Engine.Facts;
using Matinee.Engine.Forest;
using Matinee.Engine.Hybrid;
using Matinee.Engine.Models;
using Matinee.Engine.Neural;
using Matinee.Engine.Popularity;
using Matinee.Engine.Ridge;

namespace Matinee.Core.Training;

/// <summary>The candidates that mix several models, and learn from what is known besides ratings.</summary>
public static class MixedCandidates
{
    internal const string BlendWithForest = BlendModel.Name + "-" + ForestModel.Name;

    /// <summary>Lists by factorization and EASE; films that few or none have rated are carried by what is known of them.</summary>
    public static TrainingCandidate Hybrid(HybridRecipe? recipe = null) =>
        StandardCandidates.Of(HybridModel.Name, Goal.Lists, recipe ?? new(), CandidateJson.Default.HybridRecipe, static (recipe, facts) => new HybridTrainer(recipe.ToOptions(facts)));

    /// <summary>Stars by factorizations, a net and what is known of films and people.</summary>
    public static TrainingCandidate Blend(BlendRecipe? recipe = null) => StandardCandidates.Of(
        recipe?.Forest is null ? BlendModel.Name : BlendWithForest,
        Goal.Stars,
        recipe ?? new(),
        CandidateJson.Default.BlendRecipe,
        static (recipe, facts) => new BlendTrainer(recipe.ToOptions(facts)));

    /// <summary>Stars by what is known of films and people, each counting so much.</summary>
    public static TrainingCandidate Ridge(RidgeRecipe? recipe = null) => StandardCandidates.Of(
        RidgeModel.Name, Goal.Stars, recipe ?? new(), CandidateJson.Default.RidgeRecipe, static (recipe, facts) => new RidgeTrainer(new() { Facts = facts, Regularization = recipe.Regularization }));

    /// <summary>Stars by what is known of films and people, in trees.</summary>
    public static TrainingCandidate Forest(ForestRecipe? recipe = null) => StandardCandidates.Of(
        ForestModel.Name, Goal.Stars, recipe ?? new(), CandidateJson.Default.ForestRecipe, static (recipe, facts) => new ForestTrainer(new() { Facts = facts, Trees = recipe.Trees }));

    /// <summary>One of these by its name and parameters; null where there is none of that name.</summary>
    internal static TrainingCandidate? Recall(string name, JsonObject parameters) => name switch
    {
        HybridModel.Name => Hybrid(StandardCandidates.Read(parameters, new(), CandidateJson.Default.HybridRecipe)),
        BlendModel.Name => Blend(StandardCandidates.Read(parameters, new(), CandidateJson.Default.BlendRecipe)),
        BlendWithForest => Blend(StandardCandidates.Read(parameters, new() { Forest = new() }, CandidateJson.Default.BlendRecipe)),
        RidgeModel.Name => Ridge(StandardCandidates.Read(parameters, new(), CandidateJson.Default.RidgeRecipe)),
        ForestModel.Name => Forest(StandardCandidates.Read(parameters, new(), CandidateJson.Default.ForestRecipe)),
        _ => null,
    };
}

/// <summary>A ridge.</summary>
public sealed record RidgeRecipe
{
    /// <summary>How strongly weights are drawn to zero.</summary>
    public double Regularization { get; init; } = RidgeOptions.DefaultRegularization;
}

/// <summary>What a hybrid is made of.</summary>
public sealed record HybridRecipe
{
    /// <summary>The factorization, which speaks for films that many have rated.</summary>
    public AlsOptions Als { get; init; } = new();

    /// <summary>EASE; of more films than it takes in, the most rated ones.</summary>
    public EaseOptions Ease { get; init; } = new() { MaxItems = 4000 };

    /// <summary>What is known of films, which speaks for those that nobody has rated.</summary>
    public ContentOptions Content { get; init; } = new();

    /// <summary>What anyone is told, which speaks for newcomers.</summary>
    public PopularityOptions Popularity { get; init; } = new();

    internal HybridOptions ToOptions(KnownFacts facts) => new()
    {
        Members = [new AlsTrainer(Als), new EaseTrainer(Ease), new ContentTrainer(facts, Content), new PopularityTrainer(Popularity)],
    };
}

/// <summary>What a blend is made of.</summary>
public sealed record BlendRecipe
{
    const int MoreFactors = 23;
    const int FewEpochs = 20;

    /// <summary>One factorization.</summary>
    public FactorizationOptions Factorization { get; init; } = new();

    /// <summary>Another one with more factors: it errs elsewhere.</summary>
    public FactorizationOptions Finer { get; init; } = new() { Factors = MoreFactors };

    /// <summary>The net. In a blend a short training does.</summary>
    public NeuralOptions Neural { get; init; } = new() { Epochs = FewEpochs };

    /// <summary>How strongly the weights of what is known of films and people are drawn to zero.</summary>
    public double Ridge { get; init; } = RidgeOptions.DefaultRegularization;

    /// <summary>The forest; null without one.</summary>
    public ForestRecipe? Forest { get; init; }

    internal BlendOptions ToOptions(KnownFacts facts) => new()
    {
        Members =
        [
            new FactorizationTrainer(Factorization),
            new FactorizationTrainer(Finer),
            new RidgeTrainer(new() { Facts = facts, Regularization = Ridge }),
            new NeuralTrainer(Neural),
            .. Forest is null ? [] : (ITrainer[])[new ForestTrainer(new() { Facts = facts, Trees = Forest.Trees })],
        ],
        Facts = facts,
    };
}

/// <summary>A forest, alone or in a blend.</summary>
public sealed record ForestRecipe
{
    /// <summary>How many trees it has.</summary>
    public int Trees { get; init; } = ForestOptions.DefaultTrees;
}
