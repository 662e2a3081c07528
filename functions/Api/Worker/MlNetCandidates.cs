using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Matinee.Core.Training;
using Matinee.Engine.Models;
using Matinee.MlNet.Factorization;
using Matinee.MlNet.Forest;
using Matinee.MlNet.Portraits;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Api.Worker;

/// <summary>
/// The candidates that ML.NET trains. Nothing of it is loaded before one of them fits; what they make serves without it, as
/// everywhere else.
/// </summary>
static class MlNetCandidates
{
    /// <summary>Stars by ML.NET's matrix factorization.</summary>
    public const string Factorization = "mlnet-factorization";

    /// <summary>Stars by ML.NET's FastForest.</summary>
    public const string Forest = "mlnet-forest";

    /// <summary>Lists by portraits that ML.NET's k-means has found.</summary>
    public const string Portraits = "mlnet-portraits";

    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Lets them compete, and makes them again from what a manifest says.</summary>
    public static IServiceCollection AddMlNetCandidates(this IServiceCollection services) => services
        .AddSingleton(Of(Portraits, new()))
        .AddSingleton(Of(Factorization, new()))
        .AddSingleton(Of(Forest, new()))
        .AddSingleton<CandidateRecall>(Recall);

    /// <summary>One of them; null where there is none of that name, or the parameters are not its own.</summary>
    public static TrainingCandidate? Recall(string name, JsonObject parameters)
    {
        try
        {
            return name is Portraits or Factorization or Forest ? Of(name, parameters) : null;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null;
        }
    }

    static TrainingCandidate Of(string name, JsonObject parameters) => name switch
    {
        Portraits => Of<MlNetPortraitsOptions>(name, Goal.Lists, parameters, static (options, facts) => new MlNetPortraitsTrainer(facts, options)),
        Factorization => Of<MlNetFactorizationOptions>(name, Goal.Stars, parameters, static (options, _) => new MlNetFactorizationTrainer(options)),
        _ => Of<MlNetForestOptions>(name, Goal.Stars, parameters, static (options, facts) => new MlNetForestTrainer(facts, options))
            with { MaxFilms = CandidateOptions.DefaultForestUpTo },
    };

    static TrainingCandidate Of<T>(string name, Goal goal, JsonObject parameters, Func<T, Engine.Facts.KnownFacts, ITrainer> trainer)
    {
        // What the manifest does not say, because it is older, is as it is by default.
        var options = parameters.Deserialize<T>(s_json)!;
        return new(name, goal, JsonSerializer.SerializeToNode(options, s_json)!.AsObject(), facts => trainer(options, facts));
    }
}
