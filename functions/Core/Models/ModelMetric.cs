namespace Matinee.Core.Models;

/// <summary>A measured value, with the interval it would lie in had other users been asked, where that is known.</summary>
/// <param name="Value">What was measured.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
public sealed record ModelMetric(double Value, double? Low = null, double? High = null)
{
    /// <summary>The root mean square error of predicted stars, on ratings kept from training.</summary>
    public const string StarsRmse = "rmse";

    /// <summary>What was measured: a number, never NaN or infinite.</summary>
    public double Value { get; init => field = Finite(value); } = Finite(Value);

    /// <summary>The interval's lower end.</summary>
    public double? Low { get; init => field = Finite(value); } = Finite(Low);

    /// <summary>The interval's upper end.</summary>
    public double? High { get; init => field = Finite(value); } = Finite(High);

    static double Finite(double value) =>
        double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A metric must be a number. Leave out what could not be measured.");

    static double? Finite(double? value) => value is { } number ? Finite(number) : null;
}
