using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Parsing;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Running;

/// <summary>Which part of all results this page is: TOP, OFFSET and LIMIT count over all pages.</summary>
/// <param name="Skip">How many results to leave out first; none on later pages.</param>
/// <param name="Size">How many this page holds at most.</param>
/// <param name="Remaining">How many may still come, this page's included.</param>
sealed record Window(int Skip, int Size, long Remaining)
{
    public static Window Of(Select select, Row row, int maxItems, Continuation? continuation)
    {
        var limit = Count(select.Top, row, "TOP") ?? Count(select.Limit, row, "LIMIT") ?? long.MaxValue;
        var offset = Count(select.Offset, row, "OFFSET") ?? 0;
        var remaining = Math.Max(0, limit - (continuation?.Given ?? 0));
        var size = (int)Math.Min(maxItems > 0 ? maxItems : int.MaxValue, remaining);
        return new(continuation is null ? offset : 0, size, remaining);
    }

    static int? Count(Expression? expression, Row row, string clause)
    {
        if (expression is null) return null;
        var value = expression.Evaluate(row);
        return value.Kind == SqlKind.Number && value.Number is >= 0 and <= int.MaxValue && value.Number == Math.Floor(value.Number)
            ? (int)value.Number
            : throw new SqlException($"{clause} needs a whole number from 0 to {int.MaxValue}, not {ValueText.Of(value)}.");
    }
}
