namespace Matinee.Engine.Training;

/// <summary>What a training needs besides data and options.</summary>
public sealed record TrainingRun
{
    /// <summary>The most threads that can be asked for.</summary>
    public const int MaxThreads = 256;

    /// <summary>Same seed, same data, same options: the same model to the last bit, whatever <see cref="Threads"/> says.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work.</summary>
    public int Threads { get; init => field = Check.InRange(value, 1, MaxThreads); } = Environment.ProcessorCount;

    /// <summary>Told how far the training has come.</summary>
    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Stops the training with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }
}
