namespace Matinee.Core.Models;

/// <summary>Up to where a model knows the ratings.</summary>
/// <param name="Snapshot">The name of the ratings snapshot, where there was one.</param>
/// <param name="Taken">When the snapshot was taken: later ratings are not in it.</param>
/// <param name="Ratings">How many ratings.</param>
/// <param name="Users">Of how many users.</param>
/// <param name="Movies">For how many films.</param>
public sealed record DataWatermark(string? Snapshot, DateTimeOffset Taken, long Ratings, int Users, int Movies);
