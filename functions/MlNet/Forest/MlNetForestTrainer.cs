using Matinee.Engine.Facts;
using Matinee.Engine.Features;
using Matinee.Engine.Forest;
using Matinee.Engine.Models;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.MlNet.Forest;

/// <summary>
/// ML.NET's FastForest on the engine's feature table. Its trees are copied question by question into the engine's own forest,
/// which asks them and needs no ML.NET to be read.
/// </summary>
/// <param name="facts">What is known of films, and of the people who agreed to have it used.</param>
/// <param name="options">How trees grow.</param>
public sealed class MlNetForestTrainer(KnownFacts facts, MlNetForestOptions? options = null) : ITrainer
{
    readonly MlNetForestOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => ForestModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        var words = FeatureWords.Of(ratings, facts);
        var rows = FeatureRows.Of(ratings, facts, words, _options.MaxRows, run);
        var (trees, gains) = ForestFit.Of(rows, ratings.MeanStars, _options, run);
        return new ForestModel(FeatureTableBuilder.Of(ratings, facts, words, run), trees, gains);
    }
}
