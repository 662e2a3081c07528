using System.Globalization;
using System.Text.Json.Nodes;
using Matinee.Core.Models;
using Matinee.Engine.Als;
using Matinee.Engine.Files;
using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>
/// Publishes lists whose films' vectors were found by another program, beside what predicts stars in service. Not in service: the
/// vectors have seen every rating, those too that others are judged by, so nothing can be measured of them that would be fair.
/// </summary>
public sealed class FactorImport(IModelStore models, TrainingInputs inputs, TrainingOptions options, TimeProvider clock)
{
    /// <summary>What the recipe of such lists is called; no retraining can make them again.</summary>
    public const string RecipeName = "spark-als";

    /// <summary>The part of a manifest's parameters that says why nothing was measured of the lists.</summary>
    public const string UnmeasuredKey = "unmeasured";

    const string Why = "The vectors were found outside and have seen all ratings, those too that lists are judged by: promote it if you know better.";

    /// <summary>Publishes the version and gives its manifest.</summary>
    /// <param name="lists">What makes the lists.</param>
    /// <param name="how">How Spark was set.</param>
    /// <param name="data">The ratings that the vectors were found by.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops it; nothing is published then.</param>
    /// <exception cref="ModelMissingException">Nothing is in service that could predict stars beside it.</exception>
    public async Task<ModelManifest> PublishAsync(
        AlsModel lists, SparkAlsOptions how, DataWatermark data, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(how);
        var current = (await models.CurrentAsync(null, cancellation).ConfigureAwait(false))!.Version
            ?? throw new ModelMissingException("No model is in service to predict stars beside these lists. Make one of fewer ratings first, with: matinee train");
        var before = await models.ManifestAsync(current, cancellation).ConfigureAwait(false);
        var served = ServedModel.Read(await models.OpenAsync(current, progress, cancellation).ConfigureAwait(false));
        // Whoever left since that one was trained must not come back by this one.
        var community = (await inputs.PeopleAsync(cancellation).ConfigureAwait(false)).Of(served.Community);
        var file = new ServedModel(lists, served.Stars, community, served.Portraits).Write();
        var published = await models.PublishAsync(file, ManifestOf(lists, how, data, before), progress, null, cancellation).ConfigureAwait(false);
        try
        {
            ServedModel.Read(await models.OpenAsync(published.Version!, progress, cancellation).ConfigureAwait(false));
        }
        catch (ModelFileException error)
        {
            throw new InvalidOperationException($"Version {published.Version} was published and can't be read: {error.Message}", error);
        }

        return published;
    }

    ModelManifest ManifestOf(AlsModel lists, SparkAlsOptions how, DataWatermark data, ModelManifest before) => new()
    {
        Kind = ServedModel.Kind,
        Data = data,
        Metrics = before.Metrics.Where(static metric => metric.Key == ModelMetric.StarsRmse).ToDictionary(),
        Boards = [.. before.Boards.Where(static board => board.Goal == Goal.Stars)],
        Seed = before.Seed,
        GitCommit = options.GitCommit,
        Parameters = new()
        {
            [ServedRecipe.KeyOf(Goal.Lists)] = new JsonObject
            {
                ["name"] = RecipeName,
                ["parameters"] = new JsonObject { ["rank"] = lists.Width, ["regParam"] = how.RegParam, ["alpha"] = how.Alpha },
                ["trained"] = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                ["ratings"] = data.Ratings,
            },
            [ServedRecipe.KeyOf(Goal.Stars)] = before.Parameters[ServedRecipe.KeyOf(Goal.Stars)]?.DeepClone(),
            [UnmeasuredKey] = Why,
        },
    };
}
