using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>= != &lt; &lt;= &gt; &gt;=</summary>
/// <remarks>
/// Undefined if a side is. Values of different kinds are not equal, and have no order: &lt; and the like are undefined for them, as for
/// arrays and objects. (The service's documentation calls != across kinds undefined too; the service itself, which LINQ's
/// `!= null` relies on, says true, and so does the reference engine in its SDK's tests.)
/// </remarks>
sealed class Comparison(string sign, Expression left, Expression right) : Expression
{
    readonly Func<int, bool> _holds = sign switch
    {
        "<" => static order => order < 0,
        "<=" => static order => order <= 0,
        ">" => static order => order > 0,
        _ => static order => order >= 0,
    };

    readonly bool _forEquality = sign is "=" or "!=";

    public override IReadOnlyList<Expression> Children => [left, right];

    public bool IsEquality => sign == "=";

    public override SqlValue Evaluate(Row row)
    {
        var (a, b) = (left.Evaluate(row), right.Evaluate(row));
        if (!a.IsDefined || !b.IsDefined) return SqlValue.Undefined;
        if (_forEquality) return SqlValue.Of(ValueOrder.Same(a, b) == IsEquality);
        return a.Kind != b.Kind || a.Kind is SqlKind.Array or SqlKind.Object
            ? SqlValue.Undefined
            : SqlValue.Of(_holds(ValueOrder.Compare(a, b)));
    }

    public override string ToString() => $"({left} {sign} {right})";
}
