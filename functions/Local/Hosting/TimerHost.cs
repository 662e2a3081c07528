using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NCrontab;

namespace Matinee.Local.Hosting;

/// <summary>Calls the functions that timers trigger, by the same cron texts as in Azure: six fields, UTC.</summary>
/// <remarks>A time that was missed while nothing ran is made up for once, at the start. A timer is never called twice at once.</remarks>
sealed partial class TimerHost(
    IServiceProvider services, TriggerSettings settings, TimerTimes times, TimeProvider clock, ILogger<TimerHost> log) : BackgroundService
{
    readonly IReadOnlyList<Timed> _timers =
        [.. TriggeredFunction<TimerTriggerAttribute>.All.Select(function => new Timed(function, ScheduleOf(function, settings)))];

    // The clock is looked at, not waited for: it may be set, or stand still while the machine sleeps.
    static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    readonly DateTime _started = clock.GetUtcNow().UtcDateTime;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(_timers.Select(timer => RunAsync(timer.Function, timer.Schedule, stoppingToken)));

    // Before anything is served: a wrong schedule must not come to light at night.
    static CrontabSchedule ScheduleOf(TriggeredFunction<TimerTriggerAttribute> function, TriggerSettings settings)
    {
        if (function.Trigger.RunOnStartup)
            throw new LocalException($"{function.Name} asks to run at every start, which would train at every start. Take RunOnStartup away.");
        var text = settings.Resolve(function.Trigger.Schedule);
        return CrontabSchedule.TryParse(text, new() { IncludingSeconds = true })
            ?? throw new LocalException($"The schedule '{text}' of {function.Name} does not have six fields of cron, as '0 0 3 * * *', every night at three (UTC).");
    }

    async Task RunAsync(TriggeredFunction<TimerTriggerAttribute> function, CrontabSchedule schedule, CancellationToken cancellation)
    {
        using var look = new PeriodicTimer(s_look, clock);
        var last = times.LastOf(function.Name);
        if (last is null) times.Save(function.Name, _started);
        last ??= _started;
        while (!cancellation.IsCancellationRequested)
        {
            var next = schedule.GetNextOccurrence(last.Value);
            while (Now() < next) await look.WaitForNextTickAsync(cancellation);
            var status = new ScheduleStatus { Last = last.Value, Next = next, LastUpdated = last.Value };
            await CallAsync(function, new() { IsPastDue = next <= _started, ScheduleStatus = status }, cancellation);
            // Times that went by meanwhile are not made up for one by one.
            last = Now() > next ? Now() : next;
            times.Save(function.Name, last.Value);
        }
    }

    DateTime Now() => clock.GetUtcNow().UtcDateTime;

    async Task CallAsync(TriggeredFunction<TimerTriggerAttribute> function, TimerInfo timer, CancellationToken cancellation)
    {
        try
        {
            await function.InvokeAsync(services, timer, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // As in Azure: the schedule goes on, and the next time is the next try.
            Failed(error, function.Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Function} failed; its next time is the next try")]
    partial void Failed(Exception error, string function);

    sealed record Timed(TriggeredFunction<TimerTriggerAttribute> Function, CrontabSchedule Schedule);
}
