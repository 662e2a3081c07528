using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>Does a string fit a pattern? Undefined for anything but strings.</summary>
sealed class Like(Expression text, Expression pattern, char? escape) : Expression
{
    // Replaced as a whole, so that runs on several threads may share it.
    LikePattern? _latest;

    public override IReadOnlyList<Expression> Children => [text, pattern];

    public override SqlValue Evaluate(Row row)
    {
        var (value, form) = (text.Evaluate(row), pattern.Evaluate(row));
        if (value.Kind != SqlKind.String || form.Kind != SqlKind.String) return SqlValue.Undefined;
        var latest = _latest;
        if (latest is null || !form.IsText(latest.Source)) _latest = latest = new LikePattern(form.Text, escape);
        return SqlValue.Of(latest.Fits(value.Text));
    }

    public override string ToString() =>
        escape is null ? $"({text} LIKE {pattern})" : $"({text} LIKE {pattern} ESCAPE {ValueText.OfString(escape.Value.ToString())})";
}
