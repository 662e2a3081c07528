using System.Text;
using Matinee.Local.CosmosGateway.Items;
using Matinee.Local.CosmosGateway.Protocol;

namespace Matinee.Local.CosmosGateway.Batch;

/// <summary>Reads batches in HybridRow, as the .NET client sends them.</summary>
static class BinaryBatch
{
    const int DocumentResource = 2;

    /// <summary>Reads the operations of a request; their number and sizes are bounded before anything is done.</summary>
    public static List<BatchQuestion> Read(ReadOnlyMemory<byte> body)
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
            if (questions.Count == BatchRoutes.MaxOperations) throw BatchRoutes.TooMany();
            questions.Add(ReadRow(row));
        }

        return questions;
    }

    static BatchQuestion ReadRow(ReadOnlyMemory<byte> row)
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
        var question = new BatchQuestion((OperationKind)kind, fields[RowLayout.PartitionKeyField], id, fields[RowLayout.BodyField]);
        while (!reader.IsAtEnd) question = With(question, ref reader);
        return question;
    }

    static BatchQuestion With(BatchQuestion question, ref RowReader reader)
    {
        var type = reader.Byte();
        var path = reader.Leb128();
        var text = type == RowLayout.Utf8 ? reader.Text() : null;
        if (type == RowLayout.Int32) reader.Int32();
        else if (type is not (RowLayout.Utf8 or RowLayout.True or RowLayout.False)) throw RowReader.Malformed();
        return path switch
        {
            RowLayout.IfMatchPath => question with { IfMatch = text },
            RowLayout.IfNoneMatchPath => question with { IfNoneMatch = text },
            RowLayout.MinimalPath => question with { IsMinimal = type == RowLayout.True },
            _ => question,
        };
    }
}
