namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>Which row: the document's order, and which of the rows that JOIN makes of it.</summary>
readonly record struct RowPosition(long Order, int Item) : IComparable<RowPosition>
{
    public int CompareTo(RowPosition other) => Order != other.Order ? Order.CompareTo(other.Order) : Item.CompareTo(other.Item);
}
