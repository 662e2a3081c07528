using Matinee.Local.CosmosGateway.Items;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>The answer to a batch in the making: one entry for each operation, in order.</summary>
abstract class BatchAnswer(ResourceId container)
{
    const int FailedDependency = 424;
    const int NotModified = 304;

    public abstract ReadOnlyMemory<byte> Body { get; }

    public void Add(ItemOutcome outcome, bool isMinimal)
    {
        var hasDocument = outcome.Item is not null && !isMinimal && outcome.Status != NotModified;
        Add(outcome.Status, outcome.Error?.SubStatus ?? 0, outcome.Item?.ETag(container), hasDocument ? outcome.Item!.Render(container) : default);
    }

    /// <summary>Adds an operation that was not done because another one failed.</summary>
    public void AddFailedDependency() => Add(FailedDependency, 0, null, default);

    protected abstract void Add(int status, int subStatus, string? etag, ReadOnlySpan<byte> document);
}
