using Matinee.Engine.Models;
using Matinee.Engine.Numerics;
using Matinee.Engine.Ratings;
using Matinee.Engine.Training;

namespace Matinee.Engine.Popularity;

/// <summary>Counts each film's ratings, the older ones for less if asked to.</summary>
public sealed class PopularityTrainer(PopularityOptions? options = null) : ITrainer
{
    const string Stage = "Counting ratings";
    const double SecondsADay = 86_400;

    readonly PopularityOptions _options = options ?? new();

    /// <inheritdoc/>
    public string Name => PopularityModel.Name;

    /// <inheritdoc/>
    public IModel Fit(Interactions ratings, TrainingRun run)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(run);
        run.Progress?.Report(new(Stage, 0));
        var scores = new float[ratings.Items.Count];
        Rows.ForEach(scores.Length, run, () => 0, (item, _) => scores[item] = (float)Popularity(ratings, item));
        run.Progress?.Report(new(Stage, 1));
        return new PopularityModel(ratings.Items, scores);
    }

    double Popularity(Interactions ratings, int item)
    {
        var row = ratings.OfItem(item);
        var (count, stars) = (0.0, 0.0);
        for (var i = 0; i < row.Count; i++)
        {
            var age = (ratings.LatestTime - row.Times[i]) / SecondsADay;
            count += _options.HalfLifeDays is { } halfLife ? Math.Pow(0.5, age / halfLife) : 1;
            stars += row.StarsAt(i);
        }

        // Without any rating and any damping there is no mean to weigh by, and nothing to weigh.
        return _options.StarsDamping is { } damping && row.Count > 0
            ? count * (stars + damping * ratings.MeanStars) / (row.Count + damping)
            : count;
    }
}
