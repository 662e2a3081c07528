namespace Matinee.Local.CosmosGateway.Sql.Values;

/// <summary>A property of an object.</summary>
readonly record struct SqlProperty(string Name, SqlValue Value);
