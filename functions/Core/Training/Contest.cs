using System.Globalization;
using System.Text.Json.Nodes;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Decides which way to train serves next.</summary>
/// <remarks>
/// All learn from the same ratings and are asked about others, people's latest. The model file in service has seen those already and would be
/// flattered; so its recipe, as its manifest has it, is trained again on the same part. The best candidate must not be
/// worse than that by more than chance, by paired bootstrap over the people asked; else the recipe in service stays and only learns
/// what is new. Where nothing is in service, or nothing that this version can make again, the references take that place.
/// </remarks>
sealed class Contest(TrainingPlan plan, TrainingOptions options, TimeProvider clock, TrainingLog log)
{
    public const string ListsRecipe = "lists";
    public const string StarsRecipe = "stars";

    public ContestOutcome Run(TrainingData data, JsonObject? inService, TrainingRun run)
    {
        var split = SplitOf(data, run.Cancellation, out var how);
        var budget = inService is null ? options.FirstBudget : options.Budget;
        var lists = Decide(new(Goal.Lists, RecipeOf(inService, ListsRecipe, Goal.Lists), how, budget), data, split, run);
        var stars = Decide(new(Goal.Stars, RecipeOf(inService, StarsRecipe, Goal.Stars), how, budget), data, split, run);
        return new(
            lists.Candidate,
            stars.Candidate,
            [.. lists.Contenders, .. stars.Contenders],
            MetricNames.Of([lists.Result, stars.Result], options.Lists.K),
            [.. new[] { lists.Board, stars.Board }.OfType<Board>()],
            $"{how} Lists: {lists.Why} Stars: {stars.Why}");
    }

    /// <summary>Null: too few to ask.</summary>
    Split? SplitOf(TrainingData data, CancellationToken cancellation, out string how)
    {
        var split = TestSplit.Of(data.Ratings, options, cancellation, out how);
        if (split.Test.Users.Count >= options.MinTestUsers && split.Training.Count > 0) return split;
        how = $"Nothing was measured: {split.Test.Users.Count} people could be asked, and {options.MinTestUsers} are needed.";
        return null;
    }

    TrainingCandidate? RecipeOf(JsonObject? inService, string key, Goal goal) =>
        inService?[key] is JsonObject recipe && recipe["name"] is JsonValue name && recipe["parameters"] is JsonObject parameters
            && name.TryGetValue<string>(out var text) && plan.Recall(text, parameters) is { } candidate && candidate.Goal == goal
            ? candidate
            : null;

    Choice Decide(Question question, TrainingData data, Split? split, TrainingRun run)
    {
        var (goal, inService, _, time) = question;
        var reference = plan.ReferenceOf(goal);
        if (split is null)
        {
            var kept = inService ?? reference;
            return new(kept, null, [], null, $"'{kept.Name}', {(inService is null ? "the plainest" : "as in service")}.");
        }

        using var budget = new CancellationTokenSource(time, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, run.Cancellation);
        var trials = new Trials(data.Facts, split, options, run, clock, log, data.Ratings.Items.Count, time, both.Token);
        // First of all what has to be beaten: no candidate may use up its time. The reference, which is quick, has all the time it needs.
        var served = inService is null ? null : trials.Of(inService);
        var defender = served is { Result: not null } ? served : trials.OfReference(reference);
        var all = plan.Of(goal).Select(one => one.IsSameAs(defender.Candidate) ? defender : trials.Of(one)).ToList();
        var best = all.Where(static trial => trial.Result is not null).OrderByDescending(static trial => trial.Quality).FirstOrDefault() ?? defender;
        if (best.Result is null)
        {
            var problems = all.Append(defender).Select(static trial => $"{trial.Candidate.Name}: {trial.Problem}.");
            throw new InvalidOperationException($"Nothing that answers {goal} could be trained. {string.Join(" ", problems)}");
        }

        var comparison = best == defender || defender.Result is null ? null : trials.Compare(best, defender);
        var winner = comparison is { IsWorse: true } ? defender : best;
        var contenders = all.Append(defender).Distinct().Select(trial => trial.ToContender(
            trial == best && comparison is not null ? MetricNames.Of(comparison) : null,
            trial.Problem ?? (trial == winner ? "chosen" : trial == best ? "worse by more than chance" : "not the best")));
        var title = served is null ? "the reference" : defender == served ? "the one in service" : "the reference, as the one in service could not be trained";
        var board = BoardOf(question, [.. all, defender], trials, split, run);
        return new(winner.Candidate, winner.Result, [.. contenders], board, Why(best, defender, comparison, title));
    }

    /// <summary>All who were measured; those that show what anyone could do are there whether they competed or not.</summary>
    Board? BoardOf(Question question, IReadOnlyList<Trial> competed, Trials trials, Split split, TrainingRun run)
    {
        var measured = competed.Where(static trial => trial.Row is not null).Distinct().ToList();
        var missing = StandardCandidates.Yardsticks(question.Goal).Where(one => !measured.Exists(trial => trial.Candidate.Name == one.Name));
        measured.AddRange(missing.Select(trials.OfReference).Where(static trial => trial.Row is not null));
        if (measured.Count == 0) return null;
        var metric = Trial.MetricOf(question.Goal);
        double Value(Trial trial) => trial.Row!.Find(metric)!.Value * (question.Goal == Goal.Stars ? 1 : -1);
        return new(
            question.Goal,
            metric,
            question.How,
            split.Fingerprint.ToString("x16", CultureInfo.InvariantCulture),
            run.Seed,
            split.Training.Count,
            split.Test.Count,
            split.Test.Users.Count,
            [.. measured.OrderBy(Value).ThenBy(static trial => trial.Candidate.Name, StringComparer.Ordinal).Select(static trial => trial.Row!)]);
    }

    static string Why(Trial best, Trial defender, Comparison? comparison, string title)
    {
        var (name, other) = (best.Candidate.Name, $"'{defender.Candidate.Name}', {title}");
        if (best == defender) return $"{other}.";
        return comparison switch
        {
            null => $"'{name}'.",
            { IsWorse: true } => $"{other}: '{name}' is worse by more than chance ({Words(comparison)}).",
            _ => $"'{name}', not worse than {other}, by more than chance ({Words(comparison)}).",
        };
    }

    static string Words(Comparison comparison) =>
        $"{comparison.Metric} {comparison.Difference:+0.0000;-0.0000}, from {comparison.Interval.Low:+0.0000;-0.0000} to {comparison.Interval.High:+0.0000;-0.0000}";

    sealed record Question(Goal Goal, TrainingCandidate? InService, string How, TimeSpan Time);

    sealed record Choice(TrainingCandidate Candidate, EvaluationResult? Result, IReadOnlyList<Contender> Contenders, Board? Board, string Why);
}
