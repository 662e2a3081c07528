using System.Collections.Concurrent;
using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Matinee.Api.Tests.Hosting;

/// <summary>Keeps what is exported, as it was at that moment: the SDK uses its own objects again.</summary>
sealed class Recording
{
    readonly ConcurrentQueue<Activity> _activities = new();
    readonly ConcurrentQueue<Point> _points = new();

    public BaseProcessor<Activity> Traces => new SimpleActivityExportProcessor(new ActivityExporter(_activities));

    public MetricReader Metrics => new PeriodicExportingMetricReader(new MetricExporter(_points), exportIntervalMilliseconds: 100);

    public IReadOnlyList<Activity> Activities => [.. _activities];

    public IReadOnlyList<Point> Of(string metric) => [.. _points.Where(point => point.Metric == metric)];

    /// <param name="Metric">Its name.</param>
    /// <param name="Unit">Its unit.</param>
    /// <param name="Tags">Its tags, as text.</param>
    /// <param name="Count">How many measurements, where that is counted.</param>
    /// <param name="Value">Their sum, or the latest one.</param>
    public sealed record Point(string Metric, string Unit, string Tags, long Count, double Value);

    sealed class ActivityExporter(ConcurrentQueue<Activity> kept) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var activity in batch) kept.Enqueue(activity);
            return ExportResult.Success;
        }
    }

    sealed class MetricExporter(ConcurrentQueue<Point> kept) : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    var tags = new List<string>();
                    foreach (var tag in point.Tags) tags.Add($"{tag.Key}={tag.Value}");
                    var (count, value) = metric.MetricType switch
                    {
                        MetricType.Histogram => (point.GetHistogramCount(), point.GetHistogramSum()),
                        MetricType.LongSum => (point.GetSumLong(), point.GetSumLong()),
                        MetricType.DoubleGauge => (1, point.GetGaugeLastValueDouble()),
                        _ => (0L, double.NaN),
                    };
                    kept.Enqueue(new(metric.Name, metric.Unit, string.Join(';', tags.Order()), count, value));
                }
            }

            return ExportResult.Success;
        }
    }
}
