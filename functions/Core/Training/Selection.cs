using Matinee.Core.Models;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Boards;
using Matinee.Engine.Evaluation;
using Matinee.Engine.Models;
using Matinee.Engine.Training;

namespace Matinee.Core.Training;

/// <summary>Decides what serves next, each question for itself.</summary>
/// <remarks>
/// All learn from the same ratings and are asked about later ones. The model file in service has seen those already and would be
/// flattered; so its recipe, as its manifest has it, is trained again on the same part. A challenger takes its place by
/// <see cref="Gate"/>: better by more than chance, or no worse where the one in service is old. An old one that nothing beats is trained
/// anew by its own recipe. Where nothing is in service, or nothing that this version can make again, it only has to be no worse than the reference.
/// </remarks>
sealed class Selection(TrainingPlan plan, TrainingOptions options, TimeProvider clock, TrainingLog log)
{
    public ContestOutcome Run(TrainingData data, ModelManifest? inService, SearchMemories memories, bool isForced, TrainingRun run)
    {
        var division = DivisionOf(data, run, out var problem);
        // An operator who insists gets what is new; never what is worse.
        var gate = isForced ? plan.Gate with { FreshForDays = 0 } : plan.Gate;
        var decisions = new[] { Goal.Lists, Goal.Stars }.Select(goal =>
        {
            var served = inService is null ? null : ServedRecipe.Of(inService, goal, plan);
            var question = new Question(goal, served, gate, inService is null, data, run) { Age = served is null ? default : clock.GetUtcNow() - served.Trained };
            return division is null ? Unmeasured(question, problem!) : Measured(question, division, memories);
        }).ToList();
        return new(
            decisions[0].Choice,
            decisions[1].Choice,
            [.. decisions.SelectMany(static decision => decision.Contenders)],
            MetricNames.Of(decisions.Select(static decision => decision.Shown), options.Lists.K),
            [.. decisions.Select(static decision => decision.Board).OfType<Board>()],
            $"Lists: {decisions[0].Why} Stars: {decisions[1].Why}");
    }

    /// <summary>Null: too few to ask.</summary>
    Division? DivisionOf(TrainingData data, TrainingRun run, out string? problem)
    {
        var needed = options.Division.MinUsers;
        problem = $"nothing was measured, for fewer than {needed} people could be asked";
        if (data.Ratings.Users.Count < needed) return null;
        try
        {
            var division = Division.Of(data.Ratings, options.Division, run.Seed, run.Cancellation);
            return division.Judging.Test.Users.Count >= needed ? division : null;
        }
        catch (ArgumentException error)
        {
            problem = $"nothing was measured: {error.Message}";
            return null;
        }
    }

    Decision Unmeasured(Question question, string problem)
    {
        var kept = question.Served?.Candidate;
        var name = (kept ?? plan.ReferenceOf(question.Goal)).Name;
        var isKept = kept is not null && !question.IsOld;
        var why = kept is null ? $"'{name}' as the plainest; {problem}." : isKept ? $"'{name}' stays; {problem}." : $"'{name}' as before, trained anew; {problem}.";
        return new(ChoiceOf(kept ?? plan.ReferenceOf(question.Goal), isKept, question), null, [], null, why);
    }

    Decision Measured(Question question, Division division, SearchMemories memories)
    {
        var (goal, run, data) = (question.Goal, question.Run, question.Data);
        var time = question.IsFirst ? plan.FirstBudget : plan.Budget;
        using var budget = new CancellationTokenSource(time, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, run.Cancellation);
        var boards = options.BoardsOf(data.Facts);
        var contest = new Contest(division, boards, clock);
        var attempts = new Attempts(contest, data.Facts, data.Ratings.Items.Count, options, run, clock, log);

        // First of all what has to be beaten: no candidate may use up its time.
        var served = question.Served?.Candidate is { } inService ? attempts.Of(inService, time, both.Token) : null;
        var reference = served?.Candidate.IsSameAs(plan.ReferenceOf(goal)) == true ? served : attempts.Of(plan.ReferenceOf(goal));
        // Somebody waits for the first model: nothing is searched then.
        var search = new CandidateSearch(division, boards, data.Facts, options.Search, plan, clock, log);
        var candidates = plan.Of(goal).Select(memories.Tuned).ToList();
        if (!question.IsFirst) candidates = search.Run(candidates, memories, time * plan.SearchShare, run with { Cancellation = both.Token }, run.Cancellation);
        Attempt[] known = [.. new[] { served, reference }.OfType<Attempt>().Distinct()];
        List<Attempt> all = [];
        using var patience = new CancellationTokenSource(plan.Budget, clock);
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, run.Cancellation);
        foreach (var one in candidates)
        {
            // However slow the machine, the first model is a personal one: the cheapest candidate that can be trained has the time it needs.
            var isAwaited = question.IsFirst && !all.Exists(static attempt => attempt.Counts);
            all.Add(known.FirstOrDefault(attempt => attempt.Candidate.IsSameAs(one))
                ?? (isAwaited ? attempts.Of(one, plan.Budget, patient.Token) : attempts.Of(one, time, both.Token)));
        }

        all.AddRange(known.Except(all));
        var measured = all.Where(static attempt => attempt.Counts).ToList();
        if (measured.Count == 0)
            throw new InvalidOperationException($"Nothing that answers {goal} could be trained. {string.Join(" ", all.Select(static one => $"{one.Candidate.Name}: {one.Problem}."))}");

        // Of those equally good the earlier.
        var best = measured.MaxBy(static attempt => attempt.Quality)!;
        // Where nothing is in service, the plainest is what serves if no other can.
        if (served is not { Counts: true }) best = measured.Where(attempt => attempt != reference).MaxBy(static attempt => attempt.Quality) ?? best;
        var (winner, isKept, why) = Decide(question, best, served, reference);
        var toBeat = served is { Counts: true } ? served : reference.Counts ? reference : null;
        var contenders = all.Select(attempt =>
        {
            var comparison = attempt.Counts && toBeat is not null && attempt != toBeat ? Compare(attempt, toBeat, question) : null;
            return attempt.ToContender(comparison, VerdictOn(attempt, winner, best, comparison));
        });
        return new(ChoiceOf(winner.Candidate, isKept, question), winner.Showing!.Row, [.. contenders], BoardOf(contest, all, attempts, question), why);
    }

    static (Attempt Winner, bool IsKept, string Why) Decide(Question question, Attempt best, Attempt? served, Attempt reference)
    {
        var baseline = best == reference || !reference.Counts ? null : reference.Result;
        if (served is not { Counts: true })
        {
            var verdict = Gate.Decide(best.Result, null, default, baseline, question.Gate, question.Run);
            var unmeasured = served is null ? question.IsFirst ? "" : " The one in service can't be made again by this version." : $" The one in service is out: {served.Problem}.";
            return (verdict.Promote ? best : reference, false, $"'{(verdict.Promote ? best : reference).Candidate.Name}'. {verdict.Text}{unmeasured}");
        }

        if (best != served)
        {
            var verdict = Gate.Decide(best.Result, served.Result, question.Age, baseline, question.Gate, question.Run, question.Unseen);
            if (verdict.Promote) return (best, false, $"'{best.Candidate.Name}'. {verdict.Text}");
            return question.IsOld ? (served, false, $"'{served.Candidate.Name}' as before, trained anew. {verdict.Text}") : (served, true, $"'{served.Candidate.Name}' stays. {verdict.Text}");
        }

        return question.IsOld
            ? (served, false, $"'{served.Candidate.Name}' as before, trained anew, for nothing is better.")
            : (served, true, $"'{served.Candidate.Name}' stays: nothing is better, and it is only {Math.Floor(question.Age.TotalDays):0} days old.");
    }

    static string VerdictOn(Attempt attempt, Attempt winner, Attempt best, Comparison? comparison) =>
        attempt.Problem ?? (attempt == winner ? "chosen"
            : comparison is { IsWorse: true } ? "worse by more than chance"
            : attempt == best ? "not better by more than chance" : "not the best");

    static Comparison Compare(Attempt attempt, Attempt other, Question question) => Comparison.Of(
        attempt.Result, other.Result, Contest.DecisiveOf(question.Goal), Segment.All, question.Gate.Bootstrap, question.Run);

    /// <summary>All who were measured; those that show what anyone could do are there whether they competed or not.</summary>
    static Board BoardOf(Contest contest, List<Attempt> all, Attempts attempts, Question question)
    {
        var shown = all.Where(static attempt => attempt.Showing is not null).ToList();
        var missing = StandardCandidates.Yardsticks(question.Goal).Where(one => shown.TrueForAll(attempt => attempt.Candidate.Name != one.Name));
        shown.AddRange(missing.Select(attempts.Of).Where(static attempt => attempt.Showing is not null));
        return contest.BoardOf(question.Goal, [.. shown.Select(static attempt => attempt.Showing!)], question.Run.Seed);
    }

    Choice ChoiceOf(TrainingCandidate candidate, bool isKept, Question question) => new(
        isKept ? question.Served! with { Candidate = candidate } : new(candidate, clock.GetUtcNow(), question.Data.Ratings.Count), isKept);

    sealed record Question(Goal Goal, ServedRecipe? Served, GateOptions Gate, bool IsFirst, TrainingData Data, TrainingRun Run)
    {
        /// <summary>How long ago the one in service was trained.</summary>
        public required TimeSpan Age { get; init; }

        /// <summary>The share of ratings that came since.</summary>
        public double Unseen => Served is null || Data.Ratings.Count == 0 ? 0 : Math.Max(0, 1 - (double)Served.Ratings / Data.Ratings.Count);

        public bool IsOld => Gate.IsOld(Age, Unseen);
    }

    sealed record Decision(Choice Choice, BoardRow? Shown, IReadOnlyList<Contender> Contenders, Board? Board, string Why);
}
