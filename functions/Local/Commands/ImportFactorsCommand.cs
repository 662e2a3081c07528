using System.CommandLine;
using System.Globalization;
using Matinee.Core.Training;
using Matinee.Engine.Als;
using Matinee.Engine.Training;
using Matinee.Local.Hosting;
using Matinee.Local.Spark;
using Microsoft.Extensions.DependencyInjection;

namespace Matinee.Local.Commands;

/// <summary><c>matinee models import-factors</c>: lists by factors that Spark has found, as a version that is not in service.</summary>
static class ImportFactorsCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "What ALSModel.save wrote, in which itemFactors is, and userFactors to compare with." };
        var ratings = new Option<string>("--ratings") { Description = "What the factors were trained on: the folder of matinee export --parquet.", Required = true };
        var alpha = new Option<float>("--alpha") { Description = "ALS's alpha.", DefaultValueFactory = _ => SparkAlsOptions.DefaultAlpha };
        var regParam = new Option<float>("--reg-param") { Description = "ALS's regParam.", DefaultValueFactory = _ => SparkAlsOptions.DefaultRegParam };
        var json = new Option<bool>("--json") { Description = "Give JSON alone; progress goes to standard error." };
        var command = new Command("import-factors", "Make lists of the factors that Spark's ALS has found, as a version that is not in service.") { folder, ratings, alpha, regParam };
        StoreCommand.Set(command, json, async deed =>
        {
            var how = new SparkAlsOptions { Alpha = deed.Parsed.GetValue(alpha), RegParam = deed.Parsed.GetValue(regParam) };
            var given = deed.Parsed.GetRequiredValue(ratings);
            var path = Directory.Exists(given) ? Path.Combine(given, RatingTable.FileName) : given;
            if (!File.Exists(path)) throw new LocalException($"There is no {path}. Write it with: matinee export <folder> --parquet");
            var stages = new TrainingStages(deed.Progress);
            var run = new TrainingRun { Threads = Environment.ProcessorCount, Progress = stages, Cancellation = deed.Cancellation };
            var found = new FactorCheck(new(deed.Parsed.GetRequiredValue(folder)), how).Run(path, run);
            await using var services = deed.Store.CreateServices(deed.Logs);
            var version = (await services.GetRequiredService<FactorImport>().PublishAsync(found.Lists, how, found.Data, stages, deed.Cancellation)).Version!.ToString();
            var answer = new ImportedFactors(version, found.Lists.Items.Count, found.Lists.Width, found.CoveredFilms, found.Checked, found.Difference);
            await (deed.IsJson ? CommandJson.WriteAsync(deed.Output, answer) : TellAsync(deed.Output, answer));
            return ExitCode.Done;
        });
        return command;
    }

    static async Task TellAsync(TextWriter output, ImportedFactors answer)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{answer.Version} has vectors of {answer.Films:N0} films ({100 * answer.CoveredFilms:0.#} % of those rated), {answer.Rank} numbers each."));
        await output.WriteLineAsync(answer.Compared == 0
            ? "Without userFactors nothing says that --alpha and --reg-param are right."
            : string.Create(CultureInfo.InvariantCulture, $"{answer.Compared:N0} people who were folded in get Spark's own vectors, the middle one but for {100 * answer.Difference:0.###} %."));
        await output.WriteLineAsync($"It is not in service, for nothing could be measured of it that would be fair. Put it there with: matinee models promote {answer.Version}");
    }
}
