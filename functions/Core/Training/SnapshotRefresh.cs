namespace Matinee.Core.Training;

/// <summary>What bringing the snapshot up to date came to.</summary>
/// <param name="Name">The snapshot's name, for the manifest of what is trained on it.</param>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Changes">How many changes were pulled.</param>
/// <param name="RebuiltBecause">Why it was built from the beginning; null where it went on from the one before.</param>
/// <param name="Damage">What was wrong with snapshots that could not be read; an earlier one took their place.</param>
public sealed record SnapshotRefresh(string Name, RatingSnapshot Snapshot, long Changes, string? RebuiltBecause, IReadOnlyList<string> Damage);
