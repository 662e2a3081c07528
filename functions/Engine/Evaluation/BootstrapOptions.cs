namespace Matinee.Engine.Evaluation;

/// <summary>How intervals are found.</summary>
public sealed record BootstrapOptions
{
    /// <summary>The most resamples.</summary>
    public const int MaxResamples = 100_000;

    /// <summary>See <see cref="Resamples"/>.</summary>
    public const int DefaultResamples = 1000;

    /// <summary>The least confidence.</summary>
    public const double MinConfidence = 0.5;

    /// <summary>The most confidence.</summary>
    public const double MaxConfidence = 0.999;

    /// <summary>See <see cref="Confidence"/>.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>How often the users are drawn anew; 0 leaves intervals out.</summary>
    public int Resamples { get; init => field = Check.InRange(value, 0, MaxResamples); } = DefaultResamples;

    /// <summary>The share of resamples inside an interval.</summary>
    public double Confidence { get; init => field = Check.InRange(value, MinConfidence, MaxConfidence); } = DefaultConfidence;
}
