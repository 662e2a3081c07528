using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Expressions;

/// <summary>A step from a value to one of its parts: a property, or an item of an array.</summary>
readonly record struct PathStep(PropertyName? Name, int Index)
{
    public SqlValue From(in SqlValue value) => Name is null ? value.Item(Index) : value.Property(Name);

    public override string ToString() => Name is null ? $"[{Index}]" : $"[{ValueText.OfString(Name.Text)}]";
}

/// <summary>A part of a value: c.address.city, c["tags"][0].</summary>
sealed class Member(Expression start, PathStep[] steps) : Expression
{
    public override IReadOnlyList<Expression> Children => [start];

    public Expression Start => start;

    public IReadOnlyList<PathStep> Steps => steps;

    public override SqlValue Evaluate(Row row)
    {
        var value = start.Evaluate(row);
        foreach (var step in steps)
        {
            if (!value.IsDefined) break;
            value = step.From(value);
        }

        return value;
    }

    public override string ToString() => start + string.Concat(steps);
}

/// <summary>A part of a value that another value names: c.titles[c.language].</summary>
sealed class Indexed(Expression target, Expression index) : Expression
{
    public override IReadOnlyList<Expression> Children => [target, index];

    public override SqlValue Evaluate(Row row)
    {
        var (value, key) = (target.Evaluate(row), index.Evaluate(row));
        return key.Kind switch
        {
            SqlKind.String => value.Property(new PropertyName(key.Text)),
            SqlKind.Number => value.Item(key.Number),
            _ => SqlValue.Undefined,
        };
    }

    public override string ToString() => $"{target}[{index}]";
}
