using Matinee.Core.Import;
using Matinee.Engine.Training;

namespace Matinee.Local.Hosting;

/// <summary>Shows a training where imports are shown.</summary>
sealed class TrainingStages(IProgress<ImportProgress> progress) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => progress.Report(new(value.Stage, value.Fraction));
}
