using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>The order of results: by the keys, each up or down; where all are the same, in the order of the documents.</summary>
sealed class KeyOrder(bool[] descending) : IComparer<Candidate>
{
    public int Compare(Candidate? left, Candidate? right) => Compare(left!.Keys, left.Position, right!.Keys, right.Position);

    public int Compare(SqlValue[] left, RowPosition leftPosition, SqlValue[] right, RowPosition rightPosition)
    {
        for (var i = 0; i < descending.Length; i++)
        {
            var order = ValueOrder.Compare(left[i], right[i]);
            if (order != 0) return descending[i] ? -order : order;
        }

        return leftPosition.CompareTo(rightPosition);
    }
}
