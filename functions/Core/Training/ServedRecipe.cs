using System.Globalization;
using System.Text.Json.Nodes;
using Matinee.Core.Models;
using Matinee.Engine.Models;

namespace Matinee.Core.Training;

/// <summary>How a model in service was made.</summary>
/// <param name="Candidate">What makes it again.</param>
/// <param name="Trained">When it was trained.</param>
/// <param name="Ratings">How many ratings it knew.</param>
sealed record ServedRecipe(TrainingCandidate Candidate, DateTimeOffset Trained, long Ratings)
{
    const string TrainedKey = "trained";
    const string RatingsKey = "ratings";

    /// <summary>Which part of a manifest's parameters tells of the model that answers a question.</summary>
    public static string KeyOf(Goal goal) => goal == Goal.Lists ? "lists" : "stars";

    /// <summary>What a manifest says, the age that it leaves out being that of the whole version; null where this version can't make it again.</summary>
    public static ServedRecipe? Of(ModelManifest manifest, Goal goal, TrainingPlan plan)
    {
        var recipe = manifest.Parameters[KeyOf(goal)] as JsonObject;
        var candidate = recipe?["name"] is JsonValue name && name.TryGetValue<string>(out var text) && recipe["parameters"] is JsonObject parameters
            ? plan.Recall(text, parameters)
            : null;
        var trained = recipe?[TrainedKey] is JsonValue time && time.TryGetValue<string>(out var at)
            && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var moment) ? moment : manifest.Version!.Published;
        var ratings = recipe?[RatingsKey] is JsonValue number && number.TryGetValue<long>(out var count) ? count : manifest.Data.Ratings;
        return candidate?.Goal == goal ? new(candidate, trained, ratings) : null;
    }

    /// <summary>Name, options and age, for the manifest of the version that holds it.</summary>
    public JsonObject ToJson()
    {
        var recipe = Candidate.ToRecipe();
        recipe[TrainedKey] = Trained.ToString("O", CultureInfo.InvariantCulture);
        recipe[RatingsKey] = Ratings;
        return recipe;
    }
}
