using System.Text.Json.Nodes;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Decides which way to train serves next.</summary>
/// <remarks>
/// All learn from the earlier ratings and are asked about the latest. The model file in service has seen those already and would be
/// flattered; so its recipe, as its manifest has it, is trained again on the same earlier ratings. The best candidate must not be
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
        var lists = Decide(Goal.Lists, RecipeOf(inService, ListsRecipe, Goal.Lists), data, split, run);
        var stars = Decide(Goal.Stars, RecipeOf(inService, StarsRecipe, Goal.Stars), data, split, run);
        return new(
            lists.Candidate,
            stars.Candidate,
            [.. lists.Contenders, .. stars.Contenders],
            MetricNames.Of([lists.Result, stars.Result], options.Lists.K),
            $"{how} Lists: {lists.Why} Stars: {stars.Why}");
    }

    /// <summary>The latest ratings are asked about; where time says nothing, some of everyone's. Null: too few to ask.</summary>
    Split? SplitOf(TrainingData data, CancellationToken cancellation, out string how)
    {
        Split split;
        try
        {
            split = Splits.Latest(data.Ratings, options.TestShare, cancellation);
            how = $"Asked about the latest {options.TestShare:P0} of the ratings.";
        }
        catch (ArgumentException)
        {
            split = Splits.RandomByUser(data.Ratings, options.TestShare, options.Seed, cancellation);
            how = $"Asked about {options.TestShare:P0} of everyone's ratings, as they are all of one time.";
        }

        if (split.Test.Users.Count >= options.MinTestUsers && split.Training.Count > 0) return split;
        how = $"Nothing was measured: {split.Test.Users.Count} people could be asked, and {options.MinTestUsers} are needed.";
        return null;
    }

    TrainingCandidate? RecipeOf(JsonObject? inService, string key, Goal goal) =>
        inService?[key] is JsonObject recipe && recipe["name"] is JsonValue name && recipe["parameters"] is JsonObject parameters
            && name.TryGetValue<string>(out var text) && plan.Recall(text, parameters) is { } candidate && candidate.Goal == goal
            ? candidate
            : null;

    Choice Decide(Goal goal, TrainingCandidate? inService, TrainingData data, Split? split, TrainingRun run)
    {
        var reference = plan.ReferenceOf(goal);
        if (split is null)
        {
            var kept = inService ?? reference;
            return new(kept, null, [], $"'{kept.Name}', {(inService is null ? "the plainest" : "as in service")}.");
        }

        using var budget = new CancellationTokenSource(options.Budget, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, run.Cancellation);
        var trials = new Trials(data.Facts, split, options, run, clock, log, both.Token);
        // First of all what has to be beaten: no candidate may use up its time. The reference, which is quick, has all the time it needs.
        var defender = (inService is null ? null : trials.Of(inService)) is { Result: not null } measured ? measured : trials.OfReference(reference);
        var trialsOfAll = plan.Of(goal).Select(candidate => candidate.IsSameAs(defender.Candidate) ? defender : trials.Of(candidate)).ToList();
        var best = trialsOfAll.Where(static trial => trial.Result is not null).OrderByDescending(static trial => trial.Quality).FirstOrDefault();
        if (best is null && defender.Result is null)
            throw new InvalidOperationException($"Nothing that answers {goal} could be trained: {string.Join(" ", trialsOfAll.Append(defender).Select(one => $"{one.Candidate.Name}: {one.Problem}"))}");

        var comparison = best is null || best == defender || defender.Result is null ? null : trials.Compare(best, defender);
        var winner = best is null || comparison is { IsWorse: true } ? defender : best;
        var who = inService is null ? "the reference" : defender.Candidate.IsSameAs(inService) ? "the one in service" : "the reference (the one in service could not be trained)";
        var why = winner == defender
            ? best is null || best == defender ? $"'{winner.Candidate.Name}', {who}." : $"'{winner.Candidate.Name}', {who}: '{best.Candidate.Name}' is worse by more than chance ({Words(comparison!)})."
            : comparison is null ? $"'{winner.Candidate.Name}'." : $"'{winner.Candidate.Name}', not worse than {who}, '{defender.Candidate.Name}', by more than chance ({Words(comparison)}).";
        var contenders = trialsOfAll.Append(defender).Distinct().Select(trial => trial.ToContender(
            trial == best && comparison is not null ? new(comparison.Difference, comparison.Interval.Low, comparison.Interval.High) : null,
            trial.Problem ?? (trial == winner ? "chosen" : trial == best ? "worse by more than chance" : "not the best")));
        return new(winner.Candidate, winner.Result, [.. contenders], why);
    }

    static string Words(Comparison comparison) =>
        $"{comparison.Metric} {comparison.Difference:+0.0000;-0.0000}, from {comparison.Interval.Low:+0.0000;-0.0000} to {comparison.Interval.High:+0.0000;-0.0000}";

    sealed record Choice(TrainingCandidate Candidate, EvaluationResult? Result, IReadOnlyList<Contender> Contenders, string Why);
}
