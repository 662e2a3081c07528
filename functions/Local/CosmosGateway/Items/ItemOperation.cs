namespace Matinee.Local.CosmosGateway.Items;

/// <summary>One operation on one item, checked as far as that goes without knowing the item.</summary>
sealed record ItemOperation(OperationKind Kind, ItemKey Key)
{
    /// <summary>The new document of a create, upsert or replace.</summary>
    public ItemBody? Body { get; init; }

    /// <summary>The changes of a patch.</summary>
    public Patching.PatchRequest? Patch { get; init; }

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    /// <summary>The caller wants no document back.</summary>
    public bool IsMinimal { get; init; }
}
