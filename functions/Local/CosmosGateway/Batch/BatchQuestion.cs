using System.Text;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Patching;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>One operation of a batch as it came.</summary>
sealed record BatchQuestion(int Kind, ReadOnlyMemory<byte> PartitionKey, string? Id, ReadOnlyMemory<byte> Body)
{
    const int DocumentResource = 2;

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    public bool IsMinimal { get; init; }

    /// <summary>Reads the operations of a request in HybridRow; their number and sizes are bounded before anything is done.</summary>
    public static List<BatchQuestion> ReadRows(ReadOnlyMemory<byte> body, int max)
    {
        var reader = new RowReader(body);
        var questions = new List<BatchQuestion>();
        reader.Expect(RowLayout.Segment);
        while (!reader.IsAtEnd)
        {
            reader.Expect(RowLayout.Record);
            var (length, checksum) = (reader.Int32(), reader.UInt32());
            var row = reader.Take(length);
            if (Crc32.Of(row.Span) != checksum) throw CosmosError.BadRequest("The checksum of an operation in the batch is wrong.");
            if (questions.Count == max) throw CosmosError.BadRequest($"A batch may have {max} operations.");
            questions.Add(Read(row));
        }

        return questions.Count > 0 ? questions : throw CosmosError.BadRequest("The batch has no operations.");
    }

    /// <summary>The operation for a container; the key is the batch's, or else its own.</summary>
    public ItemOperation ToOperation(PartitionKey? shared, PartitionKeyPath path)
    {
        if (!Enum.IsDefined((OperationKind)Kind)) throw CosmosError.BadRequest($"The operation type {Kind} is not served in a batch.");
        var kind = (OperationKind)Kind;
        var body = kind is OperationKind.Create or OperationKind.Upsert or OperationKind.Replace ? ItemBody.Parse(Body, path) : null;
        var partition = shared ?? (PartitionKey.IsEmpty ? throw CosmosError.BadRequest("An operation names no partition key.") : Items.PartitionKey.FromHeader(PartitionKey));
        if (body is not null && !body.Partition.Equals(partition)) throw CosmosError.KeyMismatch();
        var id = Id ?? body?.Id ?? throw CosmosError.BadRequest("An operation names no item.");
        var operation = new ItemOperation(kind, new ItemKey(partition, id))
        {
            Body = body,
            Patch = kind == OperationKind.Patch ? PatchRequest.Parse(Body) : null,
            IfMatch = IfMatch,
            IfNoneMatch = IfNoneMatch,
            IsMinimal = IsMinimal,
        };
        return body is null ? operation : ItemRoutes.Replacing(operation);
    }

    static BatchQuestion Read(ReadOnlyMemory<byte> row)
    {
        var reader = new RowReader(row);
        reader.Expect(RowLayout.Question);
        var mask = reader.Byte();
        var (kind, resource) = (reader.Int32(), reader.Int32());
        if (resource != DocumentResource) throw CosmosError.BadRequest("A batch can hold operations on items alone.");
        var fields = new ReadOnlyMemory<byte>[RowLayout.Fields];
        for (var field = RowLayout.PartitionKeyField; field < RowLayout.Fields; field++)
        {
            if ((mask & (1 << field)) != 0) fields[field] = reader.Bytes();
        }

        var id = (mask & (1 << RowLayout.IdField)) != 0 ? Encoding.UTF8.GetString(fields[RowLayout.IdField].Span) : null;
        var question = new BatchQuestion(kind, fields[RowLayout.PartitionKeyField], id, fields[RowLayout.BodyField]);
        while (!reader.IsAtEnd) question = question.With(ref reader);
        return question;
    }

    BatchQuestion With(ref RowReader reader)
    {
        var type = reader.Byte();
        var path = reader.Leb128();
        var text = type == RowLayout.Utf8 ? reader.Text() : null;
        if (type == RowLayout.Int32) reader.Int32();
        else if (type is not (RowLayout.Utf8 or RowLayout.True or RowLayout.False)) throw RowReader.Malformed();
        return path switch
        {
            RowLayout.IfMatchPath => this with { IfMatch = text },
            RowLayout.IfNoneMatchPath => this with { IfNoneMatch = text },
            RowLayout.MinimalPath => this with { IsMinimal = type == RowLayout.True },
            _ => this,
        };
    }
}
