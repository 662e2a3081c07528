namespace Matinee.Engine.Als;

/// <summary>How Spark's ALS was set when it found the factors, with <c>implicitPrefs</c> and without <c>nonnegative</c>.</summary>
public sealed record SparkAlsOptions
{
    /// <summary>The default of <see cref="RegParam"/>, which is Spark's.</summary>
    public const float DefaultRegParam = 0.1f;

    /// <summary>The default of <see cref="Alpha"/>, which is Spark's.</summary>
    public const float DefaultAlpha = 1;

    /// <summary>The smallest <see cref="RegParam"/>.</summary>
    public const float MinRegParam = 1e-6f;

    /// <summary>The largest <see cref="RegParam"/>.</summary>
    public const float MaxRegParam = 1000;

    /// <summary>The smallest <see cref="Alpha"/>.</summary>
    public const float MinAlpha = 1e-3f;

    /// <summary>The largest <see cref="Alpha"/>.</summary>
    public const float MaxAlpha = 1e5f;

    /// <summary>Spark's <c>regParam</c>: for each rating so much more regularization.</summary>
    public float RegParam { get; init => field = Check.InRange(value, MinRegParam, MaxRegParam); } = DefaultRegParam;

    /// <summary>Spark's <c>alpha</c>: a rating of r stars weighs α·r, a film not rated 1.</summary>
    public float Alpha { get; init => field = Check.InRange(value, MinAlpha, MaxAlpha); } = DefaultAlpha;
}
