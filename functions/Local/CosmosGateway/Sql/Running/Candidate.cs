using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>A result that waits for its place in the order.</summary>
sealed record Candidate(SqlValue[] Keys, RowPosition Position, SqlValue Result);
