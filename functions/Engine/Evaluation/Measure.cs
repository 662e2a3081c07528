namespace Matinee.Engine.Evaluation;

/// <summary>One metric in one segment.</summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Segment">Of whom or what.</param>
/// <param name="Value">Over all users of the segment.</param>
/// <param name="Interval">
/// None where none was asked for, and for coverage and Gini: they count different films, and a resample, which repeats users, has fewer.
/// </param>
/// <param name="Users">How many users it rests on.</param>
public sealed record Measure(Metric Metric, Segment Segment, double Value, Interval? Interval, int Users);
