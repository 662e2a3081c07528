using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Patching;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>One operation of a batch as it came.</summary>
sealed record BatchQuestion(OperationKind Kind, ReadOnlyMemory<byte> PartitionKey, string? Id, ReadOnlyMemory<byte> Body)
{
    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    public bool IsMinimal { get; init; }

    /// <summary>The operation for a container; the key is the batch's, or else its own.</summary>
    public ItemOperation ToOperation(PartitionKey? shared, PartitionKeyPath path)
    {
        if (!Enum.IsDefined(Kind)) throw CosmosError.BadRequest($"The operation type {(int)Kind} is not served in a batch.");
        var body = Kind is OperationKind.Create or OperationKind.Upsert or OperationKind.Replace ? ItemBody.Parse(Body, path) : null;
        var partition = shared ?? (PartitionKey.IsEmpty ? throw CosmosError.BadRequest("An operation names no partition key.") : Items.PartitionKey.FromHeader(PartitionKey));
        if (body is not null && !body.Partition.Equals(partition)) throw CosmosError.KeyMismatch();
        var id = Id ?? body?.Id ?? throw CosmosError.BadRequest("An operation names no item.");
        var operation = new ItemOperation(Kind, new ItemKey(partition, id))
        {
            Body = body,
            Patch = Kind == OperationKind.Patch ? PatchRequest.Parse(Body) : null,
            IfMatch = IfMatch,
            IfNoneMatch = IfNoneMatch,
            IsMinimal = IsMinimal,
        };
        return body is null ? operation : ItemRoutes.Replacing(operation);
    }
}
