using Matinee.Core.Models;
using Matinee.Core.Training;
using Matinee.Engine.Portraits;
using Matinee.Engine.Statistics;
using Matinee.Engine.Training;

namespace Matinee.Core.Insights;

/// <summary>Makes what is published of a model, of the ratings of those who agree to that.</summary>
/// <param name="data">What the model learned from.</param>
/// <param name="chosen">How it was chosen.</param>
/// <param name="before">The model before; null for the first.</param>
/// <param name="run">Seed, threads and cancellation.</param>
sealed class InsightsMaking(TrainingData data, ContestOutcome chosen, ModelBefore? before, TrainingRun run)
{
    // Of a genre and year, or of a day, with fewer ratings the mean would be that of a few people.
    const int LeastRatings = 20;

    // Decades of days would be most of what is sent, and nobody could tell them apart.
    const int MostDays = 366;

    const string Stage = "Drawing the insights";

    public ModelInsights Of(ServedModel model)
    {
        run.Progress?.Report(new(Stage, 0));
        var quiet = run with { Progress = null };
        var ratings = RatingInsights.Of(data.Ratings, data.Facts, model.Portraits, quiet);
        var samples = new SampleLists(data, quiet);
        var lists = samples.Of(model.Lists);
        var insights = new ModelInsights
        {
            Why = chosen.Why,
            Contenders = chosen.Contenders,
            Ratings = Shown(ratings),
            Portraits = model.Portraits is { } portraits ? PeopleMap.Of(data, portraits, quiet) : null,
            Importances = FeatureWeight.Of(model, data.Ratings, data.Facts, quiet),
            Exposure = samples.Exposure(lists, model.Lists),
            Drift = before is null ? null : DriftFrom(before, model, samples, lists),
        };
        run.Progress?.Report(new(Stage, 1));
        return insights;
    }

    /// <summary>What may be told of the ratings, and what can be looked at.</summary>
    internal static RatingInsights Shown(RatingInsights ratings)
    {
        var (days, months, years) = ratings.Timeline;
        return ratings with
        {
            Genres = [.. ratings.Genres.Where(static genre => genre.Ratings >= LeastRatings)],
            Timeline = new([.. days.TakeLast(MostDays).Select(OfMany)], [.. months.Select(OfMany)], [.. years.Select(OfMany)]),
        };
    }

    static PeriodCount OfMany(PeriodCount period) => period.Ratings >= LeastRatings ? period : period with { MeanStars = null };

    ModelDrift DriftFrom(ModelBefore old, ServedModel model, SampleLists samples, int[][] lists)
    {
        var metrics = chosen.Metrics
            .Where(metric => old.Manifest.Metrics.ContainsKey(metric.Key))
            .Select(metric => new MetricDrift(metric.Key, old.Manifest.Metrics[metric.Key].Value, metric.Value.Value));
        return new(
            old.Manifest.Version!.ToString(),
            old.Manifest.Data,
            [.. metrics],
            old.Model is null ? null : SampleLists.Same(samples.Of(old.Model.Lists), lists),
            [.. Visible(model.Portraits).Join(Visible(old.Model?.Portraits), static now => now.Id, static then => then.Id,
                static (now, then) => new PortraitDrift(now.Id, now.Name, then.Share, now.Share))]);
    }

    static IEnumerable<Portrait> Visible(PortraitsModel? portraits) => (portraits?.Portraits ?? []).Where(static portrait => !portrait.IsHidden);
}
