using Matinee.Core.Import;
using Spectre.Console;

namespace Matinee.Local.Commands;

/// <summary>Shows how far something is: bars where a person looks at a terminal, now and then a line elsewhere.</summary>
static class ProgressView
{
    /// <summary>Runs something that reports progress.</summary>
    public static Task ShowAsync(TextWriter output, Func<IProgress<ImportProgress>, Task> run) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities.Interactive
            ? BarsAsync(run)
            : run(new ProgressLines(output, TimeProvider.System));

    static Task BarsAsync(Func<IProgress<ImportProgress>, Task> run) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => run(new Bars(context, TimeProvider.System)));

    sealed class Bars(ProgressContext context, TimeProvider clock) : IProgress<ImportProgress>
    {
        readonly Lock _turn = new();
        ProgressTask? _task;
        StageTimes? _stage;

        public void Report(ImportProgress value)
        {
            lock (_turn)
            {
                if (_stage?.Name != value.Stage)
                {
                    _task?.StopTask();
                    (_task, _stage) = (context.AddTask(value.Stage, maxValue: 1), new(value.Stage, clock));
                }

                _task!.IsIndeterminate = value.Fraction is null;
                _task.Value = value.Fraction ?? 0;
                if (value.Done > 0) _task.Description = $"{value.Stage} ({value.Done:N0}, {_stage.RateOf(value.Done):N0}/s)";
            }
        }
    }
}
