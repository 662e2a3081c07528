using System.CommandLine;
using System.Globalization;
using Matinee.Engine.Boards;
using Matinee.Engine.Training;
using Matinee.Local.Evaluate;
using Matinee.Local.Hosting;
using Matinee.Local.Import;

namespace Matinee.Local.Commands;

/// <summary><c>matinee evaluate</c>: every model side by side, on what the store holds or on a data set as it lies there.</summary>
static class EvaluateCommand
{
    public static Command Create()
    {
        var models = new Option<string?>("--model") { Description = $"Only these, separated by commas: {string.Join(", ", Zoo.All.Select(static model => model.Name))}." };
        var set = new Option<string?>("--set") { Description = "A data set in MovieLens' format (folder, zip or address) in place of the store; it is not imported." };
        var seed = new Option<ulong>("--seed") { Description = "What everything random is drawn from.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Give JSON alone; progress goes to standard error." };
        var command = new Command("evaluate", "Compare the models: who predicts stars best, who makes the best lists.") { models, set, seed };
        ProgressCommand.Set(command, json, async deed =>
        {
            var chosen = Zoo.Choose(deed.Parsed.GetValue(models));
            var ratings = deed.Parsed.GetValue(set) is { } location
                ? await EvaluatedSet.OfFilesAsync(location, deed.Progress, deed.Cancellation)
                : await deed.WithStoreAsync(async opened =>
                {
                    await using var services = opened.CreateServices(deed.Logs);
                    return await EvaluatedSet.OfStoreAsync(services, deed.Progress, deed.Cancellation);
                });
            if (ratings.Ratings.Count == 0) throw new InvalidOperationException("There are no ratings to compare models on. Import some first, or name a data set with --set.");
            var run = new TrainingRun { Seed = deed.Parsed.GetValue(seed), Progress = new TrainingStages(deed.Progress), Cancellation = deed.Cancellation };
            var result = await Task.Run(() => Evaluation.Run(ratings, chosen, run, TimeProvider.System), CancellationToken.None);
            await (deed.IsJson ? CommandJson.WriteAsync(deed.Output, AnswerOf(ratings, result)) : TellAsync(deed.Output, ratings, result));
            return ExitCode.Done;
        });
        return command;
    }

    static async Task TellAsync(TextWriter output, EvaluatedSet set, Evaluation result)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{set.Name}: {set.Ratings.Count:N0} ratings of {set.Ratings.Items.Count:N0} films by {set.Ratings.Users.Count:N0} people"));
        await output.WriteLineAsync();
        foreach (var board in new[] { result.Lists, result.Stars }.OfType<Board>()) await BoardText.WriteAsync(output, board);
        await ProblemText.WriteAsync(output, set.Problems);
    }

    static EvaluationAnswer AnswerOf(EvaluatedSet set, Evaluation result) =>
        new(set.Name, set.Ratings.Count, set.Ratings.Items.Count, set.Ratings.Users.Count, set.Problems.Count, result.Lists, result.Stars);
}
