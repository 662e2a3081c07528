using Matinee.Engine.Training;

namespace Matinee.Core.Training.Runs;

/// <summary>Knows how far a run has come, and tells the log of each stage once and then now and again.</summary>
sealed class RunProgress(string run, TrainingLog log, IProgress<TrainingProgress>? next, TimeProvider clock) : IProgress<TrainingProgress>
{
    static readonly TimeSpan s_pause = TimeSpan.FromSeconds(30);

    readonly Lock _telling = new();
    readonly Dictionary<string, long> _told = [];
    TrainingProgress? _latest;

    public TrainingProgress? Latest
    {
        get
        {
            lock (_telling) return _latest;
        }
    }

    public void Report(TrainingProgress value)
    {
        lock (_telling)
        {
            _latest = value;
            var isDue = !_told.TryGetValue(value.Stage, out var last) || clock.GetElapsedTime(last) >= s_pause;
            if (isDue) _told[value.Stage] = clock.GetTimestamp();
            if (isDue) log.Progress(run, value.Stage, value.Fraction * 100);
        }

        next?.Report(value);
    }
}
