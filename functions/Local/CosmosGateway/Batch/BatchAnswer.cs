using System.Text;
using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>The answer to a batch in the making: one row for each operation, in order.</summary>
abstract class BatchAnswer(ResourceId container)
{
    /// <summary>The whole answer; nothing can be added afterwards.</summary>
    public abstract ReadOnlyMemory<byte> Finish();

    public void Add(ItemOutcome outcome, bool isMinimal)
    {
        var etag = outcome.Item is { } item ? Encoding.ASCII.GetBytes(item.ETag(container)) : [];
        var document = outcome.Item is null || isMinimal || outcome.Status == 304 ? [] : outcome.Item.Render(container);
        Add(outcome.Status, outcome.Error?.SubStatus ?? 0, etag, document);
    }

    public abstract void Add(int status, int subStatus = 0, ReadOnlySpan<byte> etag = default, ReadOnlySpan<byte> document = default);
}
