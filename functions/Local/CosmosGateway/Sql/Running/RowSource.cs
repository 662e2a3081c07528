using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Parsing;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>The rows that FROM, JOIN and WHERE make of documents. Each is in the row object until the next is asked for.</summary>
sealed class RowSource(Select select, Row row)
{
    public const int MostRowsOfDocument = 1_000_000;

    /// <summary>The rows after a position, in ascending order.</summary>
    public IEnumerable<RowPosition> Matching(IEnumerable<SqlDocument> documents, RowPosition? after)
    {
        if (!select.From.Documents) documents = [default];
        foreach (var document in documents)
        {
            if (document.Order < after?.Order) continue;
            row.Bindings[0] = SqlValue.Of(document.Body);
            if (select.From.Sources.Count == 0)
            {
                if (document.Order != after?.Order && Holds()) yield return new(document.Order, 0);
                continue;
            }

            var item = 0;
            foreach (var _ in Expand(0))
            {
                if (item == MostRowsOfDocument) throw new SqlException($"FROM and JOIN make more than {MostRowsOfDocument} rows of one document.");
                var position = new RowPosition(document.Order, item++);
                if ((after is null || position.CompareTo(after.Value) > 0) && Holds()) yield return position;
            }
        }
    }

    bool Holds() => select.Where is null || select.Where.Evaluate(row).IsTrue;

    /// <summary>Fills the slots from this source on in all ways there are.</summary>
    IEnumerable<bool> Expand(int index)
    {
        if (index == select.From.Sources.Count)
        {
            yield return true;
            yield break;
        }

        var source = select.From.Sources[index];
        var value = source.Value.Evaluate(row);
        foreach (var item in source.EachItem ? value.Items() : value.IsDefined ? [value] : [])
        {
            row.Bindings[source.Slot] = item;
            foreach (var filled in Expand(index + 1)) yield return filled;
        }
    }
}
