using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>Reads .name, ["name"], [0] and [expression] after an expression.</summary>
static class PathParser
{
    public static Expression Read(TokenStream tokens, Expression start, Func<Expression> readIndex)
    {
        var steps = new List<PathStep>();
        while (true)
        {
            if (tokens.TakeIf("."))
            {
                steps.Add(Named(tokens));
            }
            else if (tokens.Current.Is("["))
            {
                var open = tokens.Take();
                var index = readIndex();
                tokens.Expect("]");
                if (index is Literal constant)
                {
                    steps.Add(Constant(constant.Value, open));
                }
                else
                {
                    start = new Indexed(steps.Count > 0 ? new Member(start, [.. steps]) : start, index);
                    steps.Clear();
                }
            }
            else
            {
                return steps.Count > 0 ? new Member(start, [.. steps]) : start;
            }
        }
    }

    static PathStep Named(TokenStream tokens)
    {
        var name = tokens.Current;
        if (name.Kind == TokenKind.Keyword)
            throw new SqlException(name.Position, $"{name.Text} is a reserved word; write [\"{tokens.Written(name)}\"] instead of .{tokens.Written(name)}.");
        return new(new PropertyName(tokens.ExpectName("a property's name").Text), 0);
    }

    static PathStep Constant(in SqlValue value, Token open) => value.Kind switch
    {
        SqlKind.String => new(new PropertyName(value.Text), 0),
        SqlKind.Number when value.Number is >= 0 and <= int.MaxValue && value.Number == Math.Floor(value.Number) => new(null, (int)value.Number),
        _ => throw new SqlException(open.Position, "brackets hold a property's name in quotes, or an item's number from 0."),
    };
}
