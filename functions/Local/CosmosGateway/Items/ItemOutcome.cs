using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Items;

/// <summary>What became of an operation: the item as it now is (none after a removal), or the error.</summary>
sealed record ItemOutcome(int Status, StoredItem? Item, CosmosError? Error = null)
{
    public bool IsError => Error is not null;

    public static ItemOutcome Of(CosmosError error) => new(error.Status, null, error);
}
