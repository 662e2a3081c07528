namespace Matinee.Engine.Training;

/// <summary>Counts the steps of a stage that several threads take, and tells each per cent once, in order.</summary>
sealed class Steps
{
    readonly TrainingRun _run;
    readonly string _stage;
    readonly int _count;
    readonly Lock _telling = new();
    int _done;
    int _told;

    public Steps(TrainingRun run, string stage, int count)
    {
        (_run, _stage, _count) = (run, stage, count);
        run.Progress?.Report(new(stage, 0));
        if (count == 0) run.Progress?.Report(new(stage, 1));
    }

    /// <summary>One more step is done.</summary>
    public void Done()
    {
        var percent = PerCent(Interlocked.Increment(ref _done));
        if (_run.Progress is not { } progress || percent <= Volatile.Read(ref _told)) return;
        lock (_telling)
        {
            // Another thread may have been further when this one got here.
            if (percent <= _told) return;
            _told = percent;
            progress.Report(new(_stage, percent / 100.0));
        }
    }

    int PerCent(int done) => (int)(100L * done / _count);
}
