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

    public static GatewayResponse Answer(GatewayRequest request, Container container)
    {
        if (request.Body.Length > MaxBytes) throw CosmosError.TooLarge($"A batch may have {ItemBody.MaxBytes} bytes.");
        var isJson = JsonBatch.Is(request.Body);
        var questions = isJson ? JsonBatch.Read(request.Body) : BinaryBatch.Read(request.Body);
        if (questions.Count == 0) throw CosmosError.BadRequest("The batch has no operations.");
        BatchAnswer answer = isJson ? new JsonBatchAnswer(container.Id) : new BinaryBatchAnswer(container.Id);
        var isAtomic = request.Is(ProtocolHeaders.BatchAtomic);
        var partition = ItemRoutes.KeyOf(request);
        if (isAtomic && partition is null) throw CosmosError.BadRequest("A transactional batch needs a partition key.");
        var status = isAtomic
            ? Atomic(questions, container, partition!, answer)
            : Bulk(questions, container, partition, request.Is(ProtocolHeaders.BatchContinueOnError), answer);
        return new(status, answer.Body);
    }

    public static CosmosError TooMany() => CosmosError.BadRequest($"A batch may have {MaxOperations} operations.");

    static int Atomic(List<BatchQuestion> questions, Container container, PartitionKey partition, BatchAnswer answer)
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
        return 200;
    }

    static int Failed(int count, int place, ItemOutcome failure, BatchAnswer answer)
    {
        for (var i = 0; i < count; i++)
        {
            if (i == place) answer.Add(failure, isMinimal: true);
            else answer.AddFailedDependency();
        }

        return MultiStatus;
    }

    static int Bulk(List<BatchQuestion> questions, Container container, PartitionKey? partition, bool goOn, BatchAnswer answer)
    {
        var failed = false;
        foreach (var question in questions)
        {
            if (failed && !goOn)
            {
                answer.AddFailedDependency();
                continue;
            }

            var outcome = Check(question, container, partition, out var operation) ?? container.Execute(operation!);
            failed |= outcome.IsError;
            answer.Add(outcome, question.IsMinimal);
        }

        return failed ? MultiStatus : 200;
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
