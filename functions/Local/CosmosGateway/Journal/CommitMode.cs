namespace Matinee.Local.CosmosGateway.Journal;

/// <summary>When a write counts as done.</summary>
public enum CommitMode
{
    /// <summary>When it is on disk: it survives a power cut.</summary>
    Durable,

    /// <summary>
    /// When the operating system has it; the disk follows as fast as it can. It survives the end of the process, not a
    /// power cut. For imports that can be run again.
    /// </summary>
    Import,
}
