using System.CommandLine;
using System.Globalization;
using Matinee.Api.Operations;
using Matinee.Core.Models;
using Matinee.Core.Training;
using Matinee.Core.Training.Runs;
using Matinee.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Commands;

/// <summary><c>matinee train</c>: one retraining, as the timer does it.</summary>
static class TrainCommand
{
    public static Command Create()
    {
        var force = new Option<bool>("--force") { Description = "Train even if nothing has changed, and whatever became of the number of ratings." };
        var json = new Option<bool>("--json") { Description = "Give JSON alone; progress goes to standard error." };
        var command = new Command("train", "Retrain the models, and put what is at least as good into service.") { force };
        StoreCommand.Set(command, json, async deed =>
        {
            await using var services = deed.Store.CreateServices(deed.Logs);
            var record = await services.GetRequiredService<RetrainModels>()
                .RunAsync(deed.Parsed.GetValue(force), new TrainingStages(deed.Progress), deed.Cancellation)
                ?? throw new InvalidOperationException("Another retraining is going on. Wait until it has ended; matinee models list shows what it leads to.");
            var metrics = record.Version is { } version
                ? (await services.GetRequiredService<IModelStore>().ManifestAsync(version, deed.Cancellation)).Metrics
                : new Dictionary<string, ModelMetric>();
            await (deed.IsJson
                ? CommandJson.WriteAsync(deed.Output, new TrainingAnswer(RunAnswer.Of(record), metrics.ToDictionary(one => one.Key, one => MetricAnswer.Of(one.Value))))
                : TellAsync(deed.Output, record, metrics));
            return record.Outcome is RunOutcome.Promoted or RunOutcome.Kept or RunOutcome.Skipped ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    static async Task TellAsync(TextWriter output, RunRecord record, IReadOnlyDictionary<string, ModelMetric> metrics)
    {
        await output.WriteLineAsync(record.Outcome switch
        {
            RunOutcome.Promoted => $"{record.Version} is in service.",
            RunOutcome.Kept => "What was in service stays.",
            RunOutcome.Skipped => "Nothing was trained.",
            _ => "The retraining came to nothing.",
        });
        await output.WriteLineAsync(record.Why);
        if (record.Contenders.Count > 0)
        {
            await output.WriteLineAsync();
            var table = new TextTable(3, "board", "model", "verdict", "by", "value", "interval", "against the one to beat", "seconds");
            foreach (var one in record.Contenders)
            {
                table.Add(
                    one.Goal.ToString().ToLowerInvariant(), one.Name, one.Verdict, one.Metric, Figures.Of(one.Value?.Value), Figures.Interval(one.Value),
                    one.Difference is null ? "" : $"{Figures.Signed(one.Difference.Value)} {Figures.Interval(one.Difference)}",
                    one.Seconds.ToString("0.0", CultureInfo.InvariantCulture));
            }

            await table.WriteAsync(output);
        }

        await Figures.WriteAsync(output, metrics);
    }
}
