using System.Text.Json;
using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Parsing;
using Matinee.Local.CosmosGateway.Sql.Running;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql;

/// <summary>A query, read and checked. May be run any number of times, on several threads at once.</summary>
/// <remarks>
/// Served: SELECT [DISTINCT] [TOP n] with *, VALUE or a list; FROM with paths, IN and JOIN; WHERE; GROUP BY; ORDER BY several properties;
/// OFFSET ... LIMIT; parameters; operators, functions and aggregates as <see cref="Functions.Function"/> and its neighbours list them.
/// Not served, and refused: subqueries, user-defined functions, bitwise operators, spatial, vector and full-text functions, dates, regular
/// expressions; and, as in the service, ORDER BY of expressions or beside GROUP BY. What the service leaves open is fixed: ties of ORDER BY
/// are in the documents' order, DISTINCT and GROUP BY give their results in ascending order.
/// </remarks>
sealed class SqlQuery
{
    readonly string _text;
    readonly Select _select;

    SqlQuery(string text, Select select) => (_text, _select) = (text, select);

    /// <summary>Reads a query.</summary>
    /// <exception cref="SqlException">It is wrong, or beyond what is served; the message says where and what would do.</exception>
    public static SqlQuery Parse(string text) => new(text, QueryParser.Query(text));

    /// <summary>One page of results.</summary>
    /// <param name="documents">A container's documents in ascending order; read only as far as needed.</param>
    /// <param name="parameters">The values by name, the @ included.</param>
    /// <param name="maxItems">How many results a page holds at most; none or fewer: any number.</param>
    /// <param name="continuation">What the page before gave, null for the first.</param>
    /// <exception cref="SqlException">A parameter is missing or unfit, or the continuation is not of this query.</exception>
    public SqlPage Run(
        IEnumerable<SqlDocument> documents, IReadOnlyDictionary<string, JsonElement> parameters, int maxItems, string? continuation)
    {
        var row = RowFor(parameters);
        var name = Continuation.NameOf(_text, _select.Parameters, row.Parameters);
        var after = continuation is null ? null : Continuation.Read(continuation, name, QueryRun.KeysOf(_select));
        return new QueryRun(_select, row, name, Window.Of(_select, row, maxItems, after), after).Run(documents);
    }

    /// <summary>If only documents with certain ids can be results, their ids, so that the container need not be read.</summary>
    /// <exception cref="SqlException">A parameter is missing.</exception>
    public bool TryGetIds(IReadOnlyDictionary<string, JsonElement> parameters, out IReadOnlyCollection<string> ids)
    {
        var found = PointsOf(parameters, ["id"]);
        // An id is a string, so values of other kinds are equal to none.
        ids = found is null ? [] : [.. found.Values.Where(static value => value.Kind == SqlKind.String).Select(static value => value.Text)];
        return found is not null;
    }

    /// <summary>If only documents with certain values of a property can be results, the values' JSON.</summary>
    /// <exception cref="SqlException">A parameter is missing.</exception>
    public bool TryGetValues(IReadOnlyDictionary<string, JsonElement> parameters, IReadOnlyList<string> path, out IReadOnlyCollection<string> values)
    {
        var found = PointsOf(parameters, path);
        values = found is null ? [] : [.. found.Keys];
        return found is not null;
    }

    /// <summary>The order of the first document that a page can need: those before it may be left out of what <see cref="Run"/> is given.</summary>
    /// <exception cref="SqlException">As for <see cref="Run"/>.</exception>
    public long FirstOrder(IReadOnlyDictionary<string, JsonElement> parameters, string? continuation)
    {
        if (continuation is null || QueryRun.KeysOf(_select) > 0 || _select.Aggregates.Count > 0) return long.MinValue;
        var name = Continuation.NameOf(_text, _select.Parameters, RowFor(parameters).Parameters);
        return Continuation.Read(continuation, name, 0).Position.Order;
    }

    IReadOnlyDictionary<string, SqlValue>? PointsOf(IReadOnlyDictionary<string, JsonElement> parameters, IReadOnlyList<string> path) =>
        _select.From.Documents ? PointKeys.Of(_select.Where, RowFor(parameters), path) : null;

    Row RowFor(IReadOnlyDictionary<string, JsonElement> parameters) =>
        new(_select.From.Slots, ParameterValues.For(_select, parameters), _select.Memos);
}
