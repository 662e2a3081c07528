namespace Matinee.Core.Ratings;

/// <summary>The ratings of one day.</summary>
/// <param name="Day">The day, counted from <see cref="Decay.Landmark"/>.</param>
/// <param name="Count">How many.</param>
/// <param name="HalvesSum">Their stars, in halves.</param>
public readonly record struct DayCount(int Day, int Count, int HalvesSum);
