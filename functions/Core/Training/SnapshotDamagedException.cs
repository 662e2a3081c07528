namespace Matinee.Core.Training;

/// <summary>No stored snapshot can be read. What was imported exists only there, so building one without it would lose it silently.</summary>
public sealed class SnapshotDamagedException : Exception
{
    /// <summary>Says what is wrong with each.</summary>
    public SnapshotDamagedException(IReadOnlyList<string> damage)
        : base($"No ratings snapshot can be read ({string.Join(" ", damage)}). "
            + "Restore one from a backup, or delete snapshots/current.json and import again.")
    {
    }
}
