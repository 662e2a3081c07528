using System.Text.Json;
using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Parsing;
using Matinee.Local.CosmosGateway.Sql.Running;

namespace Matinee.Local.CosmosGateway.Sql;

/// <summary>The condition of a patch: FROM c WHERE ...</summary>
sealed class SqlCondition
{
    readonly Select _select;

    SqlCondition(Select select) => _select = select;

    /// <exception cref="SqlException">It is wrong, or beyond what is served.</exception>
    public static SqlCondition Parse(string text)
    {
        var select = QueryParser.Condition(text);
        return select.Parameters.Count == 0
            ? new(select)
            : throw new SqlException($"A condition can't have parameters, and this one uses {select.Parameters[0]}.");
    }

    /// <summary>Is it true for this document?</summary>
    public bool Holds(JsonElement body)
    {
        var row = new Row(_select.From.Slots, [], _select.Memos);
        return new RowSource(_select, row).Matching([new(body, 0)], null).Any();
    }
}
