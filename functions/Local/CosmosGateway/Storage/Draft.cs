using System.Text.Json;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Protocol;
using Matinee.Local.CosmosGateway.Sql;

namespace Matinee.Local.CosmosGateway.Storage;

/// <summary>Operations that are checked one after the other, each against what the ones before would leave, before any is written.</summary>
/// <param name="container">Whose they are.</param>
/// <param name="path">Where its documents have their partition keys.</param>
/// <param name="lsn">The last change before them.</param>
/// <param name="number">The last item number before them.</param>
/// <param name="time">Their time.</param>
/// <param name="stored">Reads an item as it is stored.</param>
sealed class Draft(ResourceId container, PartitionKeyPath path, long lsn, long number, uint time, Func<ItemKey, StoredItem?> stored)
{
    /// <summary>What one record of the journal may hold, bodies alone.</summary>
    const int MaxBytes = 16 << 20;

    Dictionary<ItemKey, StoredItem?>? _latest;
    long _bytes;

    /// <summary>The changes so far; no item means a removal.</summary>
    public List<(ItemKey Key, StoredItem? Item)> Changes { get; } = [];

    public long Number => number;

    public ItemOutcome Add(ItemOperation operation)
    {
        try
        {
            return Check(operation);
        }
        catch (CosmosError error)
        {
            return ItemOutcome.Of(error);
        }
    }

    ItemOutcome Check(ItemOperation operation)
    {
        var current = _latest is not null && _latest.TryGetValue(operation.Key, out var staged) ? staged : stored(operation.Key);
        if (operation.Kind is not (OperationKind.Create or OperationKind.Upsert) && current is null)
            throw CosmosError.NotFound($"There is no item '{operation.Key.Id}' in the partition {operation.Key.Partition}.");
        if (operation.Kind == OperationKind.Create && current is not null)
            throw CosmosError.Conflict($"There is an item '{operation.Key.Id}' in the partition {operation.Key.Partition} already.");
        if (operation.Kind == OperationKind.Read) return Read(operation, current!);

        Precondition.Check(operation, current?.ETag(container));
        return operation.Kind switch
        {
            OperationKind.Delete => Remove(operation),
            OperationKind.Patch => Put(operation, Patched(operation, current!), current, 200),
            _ => Put(operation, operation.Body!, current, current is null ? 201 : 200),
        };
    }

    ItemOutcome Read(ItemOperation operation, StoredItem current) =>
        operation.IfNoneMatch is { } known && Precondition.Matches(known, current.ETag(container)) ? new(304, current) : new(200, current);

    ItemOutcome Remove(ItemOperation operation)
    {
        Stage(operation.Key, null);
        return new(204, null);
    }

    ItemOutcome Put(ItemOperation operation, ItemBody body, StoredItem? current, int status)
    {
        _bytes += body.Json.Length;
        if (_bytes > MaxBytes) throw CosmosError.TooLarge($"The items of one batch may have {MaxBytes} bytes together.");
        var item = new StoredItem(lsn + Changes.Count + 1, current?.Number ?? ++number, time, body);
        Stage(operation.Key, item);
        return new(status, item);
    }

    ItemBody Patched(ItemOperation operation, StoredItem current)
    {
        var patch = operation.Patch!;
        if (patch.Condition is { } condition && !Holds(condition, current))
            throw CosmosError.Precondition($"The condition of the patch is not true for the item '{operation.Key.Id}'.", 1110);
        var body = ItemBody.Parse(patch.Apply(current.Body), path);
        return body.Partition.Equals(operation.Key.Partition) && body.Id == operation.Key.Id
            ? body
            : throw CosmosError.BadRequest("A patch can't change the partition key or the id of an item.");
    }

    bool Holds(string condition, StoredItem current)
    {
        try
        {
            using var document = JsonDocument.Parse(current.Render(container), new() { MaxDepth = ItemBody.MaxDepth });
            return SqlCondition.Parse(condition).Holds(document.RootElement);
        }
        catch (SqlException error)
        {
            throw CosmosError.BadRequest(error.Message);
        }
    }

    void Stage(ItemKey key, StoredItem? item)
    {
        Changes.Add((key, item));
        (_latest ??= [])[key] = item;
    }
}
