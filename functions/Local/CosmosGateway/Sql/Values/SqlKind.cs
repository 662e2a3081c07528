namespace Matinee.Local.CosmosGateway.Sql.Values;

/// <summary>What a value is. The numbers are the order in which ORDER BY sorts values of different kinds.</summary>
enum SqlKind : byte
{
    Undefined,
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}
