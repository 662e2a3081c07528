using Matinee.Core.Models;
using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;

namespace Matinee.Core.Training;

/// <summary>What measures are called in manifests: ndcg@10, rmse and so on.</summary>
static class MetricNames
{
    public static string Of(Metric metric) => char.ToLowerInvariant(metric.ToString()[0]) + metric.ToString()[1..];

    public static ModelMetric Of(Measure measure) => new(measure.Value, measure.Interval?.Low, measure.Interval?.High);

    public static ModelMetric Of(Comparison comparison) => new(comparison.Difference, comparison.Interval.Low, comparison.Interval.High);

    /// <summary>All that was measured of all people and films.</summary>
    public static Dictionary<string, ModelMetric> Of(IEnumerable<BoardRow?> rows, int k)
    {
        var metrics = new Dictionary<string, ModelMetric>();
        foreach (var measure in rows.OfType<BoardRow>().SelectMany(static row => row.Measures))
        {
            if (measure.Segment != Segment.All) continue;
            metrics[measure.Metric is Metric.Rmse or Metric.Mae ? Of(measure.Metric) : $"{Of(measure.Metric)}@{k}"] = Of(measure);
        }

        return metrics;
    }
}
