using System.Text.Json;
using System.Text.Json.Nodes;
using Matinee.Core.Insights;
using Matinee.Core.Models;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Models;
using Matinee.Engine.Neighbours;
using Matinee.Engine.Portraits;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Trains what was chosen on all ratings, publishes it and puts it into service.</summary>
sealed class ModelBuild(IModelStore models, TrainingInputs inputs, TrainingOptions options, TrainingLease lease, TimeProvider clock)
{
    public const string DigestKey = "digest";

    const string CommunityKey = "community";
    const int MaxRewrites = 5;

    /// <summary>The version in service now; null where somebody else put another into service, against which it was not measured.</summary>
    public async Task<(ModelVersion Published, bool IsInService)> RunAsync(
        TrainingData data, ContestOutcome chosen, CurrentModel measuredAgainst, ModelBefore? before, TrainingRun run)
    {
        var cancellation = run.Cancellation;
        // Whoever has withdrawn must leave the models too, the kept ones as well; so those are trained anew by their own recipes.
        var kept = before?.Model is { } served && !data.HasLeft(served) ? served : null;
        var lists = chosen.Lists.IsKept && kept is not null ? kept.Lists : Fit(chosen.Lists, data, run);
        var stars = chosen.Stars.IsKept && kept is not null ? kept.Stars : Fit(chosen.Stars, data, run);
        var community = data.Ratings.Count == 0 ? null : CommunityOf(data, run);
        var portraits = PortraitsOf(data, before, run);
        var insights = new InsightsMaking(data, chosen, before, run).Of(new(lists, stars, null, portraits));
        var manifest = ManifestOf(data, chosen, kept is not null);
        var current = measuredAgainst;
        for (var rewrite = 0; ; rewrite++)
        {
            // Training takes its time, and who withdraws meanwhile must not come into service for the first time.
            community = (await inputs.PeopleAsync(cancellation).ConfigureAwait(false)).Of(community);
            await lease.RenewAsync(null, cancellation).ConfigureAwait(false);
            var file = new ServedModel(lists, stars, community, portraits).Write();
            var version = (await models.PublishAsync(file, manifest, run.Progress, insights, cancellation).ConfigureAwait(false)).Version!;
            // What can't be read must never be pointed to, whoever is to blame.
            ServedModel.Read(await models.OpenAsync(version, run.Progress, cancellation).ConfigureAwait(false));
            await lease.RenewAsync(null, cancellation).ConfigureAwait(false);
            try
            {
                await models.PromoteAsync(version, current, cancellation).ConfigureAwait(false);
                return (version, true);
            }
            catch (ModelConflictException)
            {
                var now = (await models.CurrentAsync(null, cancellation).ConfigureAwait(false))!;
                var isSame = rewrite < MaxRewrites && await IsSameModelAsync(now, measuredAgainst, before?.Manifest, cancellation).ConfigureAwait(false);
                if (!isSame) return (version, false);
                current = now;
            }
        }
    }

    static IModel Fit(Choice choice, TrainingData data, TrainingRun run) => choice.Recipe.Candidate.Trainer(data.Facts).Fit(data.Ratings, run);

    Community? CommunityOf(TrainingData data, TrainingRun run)
    {
        var people = new UserNeighboursTrainer(options.Community).Fit(data.Ratings, run);
        return new(people, data.Ratings.Users.Ids.ToArray().ToDictionary(user => user, user => data.Users[user]!));
    }

    /// <summary>Null where there are too few people for any portrait that may be shown.</summary>
    PortraitsModel? PortraitsOf(TrainingData data, ModelBefore? before, TrainingRun run)
    {
        if (data.Ratings.Users.Count < Portrait.MinPeople) return null;
        var portraits = new PortraitsTrainer(data.Facts, options.Portraits, before?.Model?.Portraits).Fit(data.Ratings, run);
        return portraits.Portraits.Any(static portrait => !portrait.IsHidden) ? portraits : null;
    }

    /// <summary>Is what is in service the model that was measured against, perhaps written again without a person who has left?</summary>
    async Task<bool> IsSameModelAsync(CurrentModel now, CurrentModel before, ModelManifest? incumbent, CancellationToken cancellation)
    {
        if (now.Version == before.Version) return true;
        if (now.Version is not { } version || DigestOf(incumbent) is not { } digest) return false;
        return DigestOf(await models.ManifestAsync(version, cancellation).ConfigureAwait(false)) == digest;
    }

    public static string? DigestOf(ModelManifest? manifest) =>
        manifest?.Parameters[DigestKey] is JsonValue value && value.TryGetValue<string>(out var digest) ? digest : null;

    ModelManifest ManifestOf(TrainingData data, ContestOutcome chosen, bool canKeep) => new()
    {
        Kind = ServedModel.Kind,
        Data = data.Watermark,
        Metrics = chosen.Metrics,
        Boards = chosen.Boards,
        Seed = options.Seed,
        GitCommit = options.GitCommit,
        Parameters = new()
        {
            [ServedRecipe.KeyOf(Goal.Lists)] = RecipeOf(chosen.Lists, data, canKeep),
            [ServedRecipe.KeyOf(Goal.Stars)] = RecipeOf(chosen.Stars, data, canKeep),
            [CommunityKey] = JsonSerializer.SerializeToNode(options.Community, CandidateJson.Default.UserNeighboursOptions),
            [DigestKey] = data.Digest,
        },
    };

    JsonObject RecipeOf(Choice choice, TrainingData data, bool canKeep) =>
        (choice.IsKept && canKeep ? choice.Recipe : choice.Recipe with { Trained = clock.GetUtcNow(), Ratings = data.Ratings.Count }).ToJson();
}
