namespace Matinee.Local.CosmosGateway.Items;

/// <summary>What can be done to one item; the numbers are those of the batch format.</summary>
enum OperationKind
{
    Create = 0,
    Patch = 1,
    Read = 2,
    Delete = 4,
    Replace = 5,
    Upsert = 20,
}
