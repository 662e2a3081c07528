using Matinee.Local.CosmosGateway.Journal;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>How containers keep their items.</summary>
sealed record StorageOptions(CommitMode Commit, long CompactionFloor, TimeProvider Clock);
