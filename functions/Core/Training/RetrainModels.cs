using Matinee.Core.Blobs;
using Matinee.Core.Models;
using Matinee.Core.Telemetry;
using Matinee.Core.Training.Runs;
using Matinee.Engine.Files;
using Matinee.Engine.Training;
using Microsoft.Extensions.Logging;

namespace Matinee.Core.Training;

/// <summary>
/// Retrains the models: brings the ratings up to date, lets candidates compete, and puts the chosen ones into service. One run at a
/// time, on however many machines; a run that breaks off anywhere changes nothing in service, and the next one begins anew.
/// </summary>
public sealed class RetrainModels(
    IBlobs blobs,
    IModelStore models,
    TrainingInputs inputs,
    Lazy<TrainingPlan> planned,
    TrainingOptions options,
    RunHistory history,
    IEnumerable<IModelChanged> listeners,
    TimeProvider clock,
    ILogger<RetrainModels> logger)
{
    static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(10);

    readonly TrainingLog _log = new(logger);

    /// <summary>Who trains now, and how far that has come; null where nobody does.</summary>
    public Task<LeaseDocument?> RunningAsync(CancellationToken cancellation = default) => TrainingLease.CurrentAsync(blobs, clock, cancellation);

    /// <summary>Is a model in service that was published since a moment?</summary>
    public async Task<bool> HasModelSinceAsync(DateTimeOffset moment, CancellationToken cancellation = default) =>
        (await models.CurrentAsync(null, cancellation).ConfigureAwait(false))?.Version?.Published >= moment;

    /// <summary>Retrains, unless somebody else does (null).</summary>
    public async Task<RunRecord?> RunAsync(bool isForced = false, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        await BeginAsync(isForced, cancellation).ConfigureAwait(false) is { } turn ? await RunAsync(turn, progress, cancellation).ConfigureAwait(false) : null;

    /// <summary>Takes the right to train, and writes down that a run begins; null where somebody else trains.</summary>
    /// <param name="isForced">Trains even if nothing has changed, and whatever became of the number of ratings.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<TrainingTurn?> BeginAsync(bool isForced, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        var id = StampedName.New(now);
        if (await TrainingLease.TryTakeAsync(blobs, clock, options.LeaseLife, id, cancellation).ConfigureAwait(false) is not { } lease) return null;
        try
        {
            var record = new RunRecord { Id = id, IsForced = isForced, Started = now, Outcome = RunOutcome.Running };
            return new(lease, await history.SaveAsync(record, cancellation).ConfigureAwait(false));
        }
        catch
        {
            await lease.ReleaseAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Does what was begun, and gives what came of it. What fails is written down and thrown.</summary>
    public async Task<RunRecord> RunAsync(TrainingTurn turn, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(turn);
        using var lease = turn.Lease;
        using var activity = Signals.Start("retrain");
        _log.Begins(lease.RunId);
        var told = new RunProgress(lease.RunId, _log, progress, clock);
        var ended = turn.Ended(RunOutcome.Failed, "It broke off.", clock.GetUtcNow());
        await using (var heartbeat = new Heartbeat(lease, told, options.Heartbeat, clock, _log, cancellation))
        {
            try
            {
                var run = new TrainingRun { Seed = options.Seed, Threads = options.Threads, Progress = told, Cancellation = heartbeat.Work };
                // Trainers work for minutes without a pause: not on the caller's thread.
                ended = await Task.Run(() => TrainAsync(turn, run), CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception error) when (error is LeaseLostException || (error is OperationCanceledException && heartbeat.IsLost))
            {
                ended = turn.Ended(RunOutcome.LostLease, "It gave no sign of life for too long. Nothing was put into service.", clock.GetUtcNow());
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                ended = turn.Ended(RunOutcome.Cancelled, "It was asked to stop. Nothing was put into service.", clock.GetUtcNow());
                throw;
            }
            catch (Exception error)
            {
                ended = turn.Ended(RunOutcome.Failed, error.Message, clock.GetUtcNow());
                _log.Failed(error, lease.RunId);
                throw;
            }
            finally
            {
                turn.Record = ended;
                await EndAsync(turn).ConfigureAwait(false);
            }
        }

        return turn.Record;
    }

    async Task<RunRecord> TrainAsync(TrainingTurn turn, TrainingRun run)
    {
        var (cancellation, plan) = (run.Cancellation, planned.Value);
        await history.TidyAsync(turn.Record.Id, options.KeptRuns, clock.GetUtcNow(), cancellation).ConfigureAwait(false);
        var current = (await models.CurrentAsync(null, cancellation).ConfigureAwait(false))!;
        var incumbent = await ManifestAsync(current.Version, cancellation).ConfigureAwait(false);
        var data = await inputs.ReadAsync(plan, run.Progress, cancellation).ConfigureAwait(false);
        foreach (var damage in data.Damage) _log.SnapshotDamaged(damage);
        turn.Record = turn.Record with { Data = data.Watermark, Digest = data.Digest };

        if (await WhyNotAsync(turn.Record, data, plan, current, incumbent, cancellation).ConfigureAwait(false) is { } reason)
            return turn.Ended(reason.Outcome, reason.Why, clock.GetUtcNow());

        var memories = await SearchMemories.ReadAsync(blobs, plan, _log, cancellation).ConfigureAwait(false);
        var chosen = new Selection(plan, options, clock, _log).Run(data, incumbent, memories, turn.Record.IsForced, run);
        turn.Record = turn.Record with { Contenders = chosen.Contenders };
        await memories.SaveAsync(turn.Record.Id, cancellation).ConfigureAwait(false);
        var before = incumbent is null ? null : new ModelBefore(incumbent, await ServedAsync(current.Version!, cancellation).ConfigureAwait(false));
        if (before?.Model is { } served && chosen is { Lists.IsKept: true, Stars.IsKept: true } && !data.HasLeft(served))
            return turn.Ended(RunOutcome.Kept, chosen.Why, clock.GetUtcNow());
        var build = new ModelBuild(models, inputs, options, turn.Lease, clock);
        var (version, isInService) = await build.RunAsync(data, chosen, current, before, run).ConfigureAwait(false);
        if (isInService) return turn.Ended(RunOutcome.Promoted, chosen.Why, clock.GetUtcNow(), version);
        const string Outrun = "Another version was put into service meanwhile, against which this one was not measured. Promote it, or train again.";
        return turn.Ended(RunOutcome.Kept, Outrun, clock.GetUtcNow(), version);
    }

    async Task<ModelManifest?> ManifestAsync(ModelVersion? version, CancellationToken cancellation)
    {
        try
        {
            return version is null ? null : await models.ManifestAsync(version, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is ModelDamagedException or ModelMissingException)
        {
            _log.NoManifest(error, version!);
            return null;
        }
    }

    async Task<ServedModel?> ServedAsync(ModelVersion version, CancellationToken cancellation)
    {
        try
        {
            return ServedModel.Read(await models.OpenAsync(version, null, cancellation).ConfigureAwait(false));
        }
        catch (Exception error) when (error is ModelDamagedException or ModelMissingException or ModelFileException)
        {
            _log.NoModelBefore(error, version);
            return null;
        }
    }

    /// <summary>Why nothing is to be trained; null where something is.</summary>
    async Task<(RunOutcome Outcome, string Why)?> WhyNotAsync(
        RunRecord own, TrainingData data, TrainingPlan plan, CurrentModel current, ModelManifest? incumbent, CancellationToken cancellation)
    {
        if (data.Ratings.Count == 0) return (RunOutcome.Skipped, "There is no rating yet that may be trained on.");
        if (own.IsForced) return null;
        if (ModelBuild.DigestOf(incumbent) == data.Digest) return (RunOutcome.Skipped, $"Nothing has changed since {current.Version} was trained.");
        var before = (await history.LatestAsync(2, cancellation).ConfigureAwait(false)).FirstOrDefault(run => run.Id != own.Id);
        // What was kept for being young may have grown old.
        var isYoung = current.Version is { } version && clock.GetUtcNow() - version.Published < TimeSpan.FromDays(plan.Gate.FreshForDays);
        if (isYoung && before is { Outcome: RunOutcome.Kept, Why: { } why } && before.Digest == data.Digest) return (RunOutcome.Kept, why);
        return incumbent is not null && data.Ratings.Count < incumbent.Data.Ratings * options.MinShareOfRatings
            ? (RunOutcome.Kept, $"There are {data.Ratings.Count} ratings, and {current.Version} knew {incumbent.Data.Ratings}. If that is right, force a retraining.")
            : null;
    }

    /// <summary>Writes down what came of it and lets others train, also where the run was asked to stop.</summary>
    async Task EndAsync(TrainingTurn turn)
    {
        using var patience = new CancellationTokenSource(s_lastWords, clock);
        var record = turn.Record;
        Signals.TellTrained(record);
        _log.Ended(record.Id, record.Seconds, record.Outcome, record.Version, record.Why);
        try
        {
            // Before anybody can see that the run has ended: whoever does may begin the next one.
            if (record.Outcome != RunOutcome.LostLease) await turn.Lease.ReleaseAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Its time runs out by itself.
            _log.NotWritten(error, record.Id, "that others may train");
        }

        try
        {
            turn.Record = await history.SaveLastAsync(record, patience.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // What the run came to stands, written down or not; the next run calls this one interrupted.
            _log.NotWritten(error, record.Id, "its record");
        }

        if (record.Outcome != RunOutcome.Promoted) return;
        try
        {
            foreach (var listener in listeners) await listener.TellAsync(patience.Token).ConfigureAwait(false);
            await models.PruneAsync(options.Retention, patience.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // The next run prunes, and whoever was not told looks by themselves.
            _log.NotWritten(error, record.Id, "which versions are old");
        }
    }
}
