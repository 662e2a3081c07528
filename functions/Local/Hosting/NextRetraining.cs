using NCrontab;

namespace Matinee.Local.Hosting;

/// <summary>When models are trained again, by the schedule that is set on this machine.</summary>
static class NextRetraining
{
    const string Schedule = "%TRAINING_SCHEDULE%";

    /// <summary>The first time after a moment.</summary>
    /// <exception cref="LocalException">The schedule is none.</exception>
    public static DateTimeOffset After(DateTimeOffset moment)
    {
        var text = new TriggerSettings(new Dictionary<string, string>()).Resolve(Schedule);
        var schedule = CrontabSchedule.TryParse(text, new() { IncludingSeconds = true })
            ?? throw new LocalException($"TRAINING_SCHEDULE is '{text}'. Give six fields of cron, such as '0 0 3 * * *': every night at three (UTC).");
        return new(schedule.GetNextOccurrence(moment.UtcDateTime), TimeSpan.Zero);
    }
}
