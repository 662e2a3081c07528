using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Protocol;
using Matinee.Local.CosmosGateway.Storage;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>Many operations in one request: a transaction within one partition, or a bulk of independent ones.</summary>
static class BatchRoutes
{
    public const int MaxOperations = 100;

    /// <summary>The limit of the service, and some room for what bodies are wrapped in.</summary>
    public const int MaxBytes = ItemBody.MaxBytes + (256 << 10);

    const int MultiStatus = 207;
    const int FailedDependency = 424;

    public static GatewayResponse Answer(GatewayRequest request, Container container)
    {
        if (request.Body.Length > MaxBytes) throw CosmosError.TooLarge($"A batch may have {ItemBody.MaxBytes} bytes.");
        var isJson = JsonBatch.Is(request.Body.Span);
        var questions = isJson ? JsonBatch.ReadAll(request.Body, MaxOperations) : BatchQuestion.ReadRows(request.Body, MaxOperations);
        BatchAnswer answer = isJson ? new JsonBatchAnswer(container.Id) : new RowBatchAnswer(container.Id);
        var isAtomic = request.Is(ProtocolHeaders.BatchAtomic);
        var partition = ItemRoutes.KeyOf(request);
        if (isAtomic && partition is null) throw CosmosError.BadRequest("A transactional batch needs a partition key.");
        return isAtomic
            ? Atomic(questions, container, partition!, answer)
            : Bulk(questions, container, partition, request.Is(ProtocolHeaders.BatchContinueOnError), answer);
    }

    static GatewayResponse Atomic(List<BatchQuestion> questions, Container container, PartitionKey partition, BatchAnswer answer)
    {
        var operations = new List<ItemOperation>(questions.Count);
        ItemOutcome? unfit = null;
        foreach (var question in questions)
        {
            unfit = Check(question, container, partition, out var operation);
            if (unfit is not null) break;
            operations.Add(operation!);
        }

        if (unfit is not null) return Failed(questions.Count, operations.Count, unfit, answer);
        var outcomes = container.Execute(operations);
        if (outcomes[^1].IsError) return Failed(questions.Count, outcomes.Count - 1, outcomes[^1], answer);
        for (var i = 0; i < outcomes.Count; i++) answer.Add(outcomes[i], operations[i].IsMinimal);
        return new(200, answer.Finish());
    }

    static GatewayResponse Failed(int count, int place, ItemOutcome failure, BatchAnswer answer)
    {
        for (var i = 0; i < count; i++)
        {
            if (i == place) answer.Add(failure, isMinimal: true);
            else answer.Add(FailedDependency);
        }

        return new(MultiStatus, answer.Finish());
    }

    static GatewayResponse Bulk(List<BatchQuestion> questions, Container container, PartitionKey? partition, bool goOn, BatchAnswer answer)
    {
        var failed = false;
        foreach (var question in questions)
        {
            if (failed && !goOn)
            {
                answer.Add(FailedDependency);
                continue;
            }

            var outcome = Check(question, container, partition, out var operation) ?? container.Execute(operation!);
            failed |= outcome.IsError;
            answer.Add(outcome, question.IsMinimal);
        }

        return new(failed ? MultiStatus : 200, answer.Finish());
    }

    static ItemOutcome? Check(BatchQuestion question, Container container, PartitionKey? partition, out ItemOperation? operation)
    {
        try
        {
            operation = question.ToOperation(partition, container.Definition.Path);
            return null;
        }
        catch (CosmosError error)
        {
            operation = null;
            return ItemOutcome.Of(error);
        }
    }
}
