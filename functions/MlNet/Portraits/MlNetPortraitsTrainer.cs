using Matinee.Engine.Facts;
using Matinee.Engine.Models;
using Matinee.Engine.Portraits;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.MlNet.Portraits;

/// <summary>
/// The engine's portraits, people divided by ML.NET's k-means: its centroids become the middles. How many portraits there
/// are, their names and their lists are the engine's affair.
/// </summary>
/// <param name="facts">What is known of films, and of the people who agreed to have it used.</param>
/// <param name="options">How people are divided.</param>
public sealed class MlNetPortraitsTrainer(KnownFacts facts, MlNetPortraitsOptions? options = null) : ITrainer
{
    readonly MlNetPortraitsOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => PortraitsModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run) =>
        new PortraitsTrainer(facts, new() { Portraits = _options.Portraits })
        {
            Divide = (points, count, quiet) => ClusterFit.Of(points, count, _options.Restarts, quiet),
        }.Fit(ratings, run);
}
