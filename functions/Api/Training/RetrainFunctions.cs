using Matinee.Core.Training;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Matinee.Api.Training;

/// <summary>Retrains the models by the clock.</summary>
public sealed partial class RetrainFunctions(RetrainModels retrain, ILogger<RetrainFunctions> log)
{
    /// <summary>Retrains, where anything has changed and nobody else does.</summary>
    [Function("RetrainModels")]
    public async Task Run([TimerTrigger("%TRAINING_SCHEDULE%", RunOnStartup = false)] TimerInfo timer, CancellationToken cancellation)
    {
        // A time that was missed is made up for at the start, unless somebody has trained since.
        if (timer is { IsPastDue: true, ScheduleStatus.Next: var missed } && await retrain.HasModelSinceAsync(missed, cancellation))
        {
            NotNeeded(missed);
            return;
        }

        if (await retrain.RunAsync(cancellation: cancellation) is null) Busy();
    }

    [LoggerMessage(LogLevel.Information, "The retraining of {Missed:u} was missed, and a model was put into service since")]
    partial void NotNeeded(DateTime missed);

    [LoggerMessage(LogLevel.Information, "Somebody else is retraining")]
    partial void Busy();
}
