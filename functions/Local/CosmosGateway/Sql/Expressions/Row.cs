using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>What expressions are evaluated against: one document (with the items that JOIN adds) and the parameters.</summary>
/// <remarks>A run has one and fills it anew for each document.</remarks>
sealed class Row(int slots, SqlValue[] parameters, int memos)
{
    /// <summary>The values of the names that FROM and JOIN give; the document is the first.</summary>
    public SqlValue[] Bindings { get; set; } = new SqlValue[slots];

    public SqlValue[] Parameters => parameters;

    /// <summary>The results of the aggregates, once there are any.</summary>
    public SqlValue[] Aggregates { get; set; } = [];

    /// <summary>What an expression need work out only once in a run.</summary>
    public object?[] Memos { get; } = new object?[memos];
}
