using System.Globalization;
using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Functions;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>Reads what an expression begins with: constants, parameters, names, calls, arrays and objects.</summary>
sealed class PrimaryParser(TokenStream tokens, NameScope names)
{
    public static SqlException Subquery(Token at) => new(at.Position, "subqueries are not supported (EXISTS, ARRAY, ALL, FIRST, LAST and SELECT inside parentheses).");

    public Expression Read(ExpressionParser expressions)
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                tokens.Take();
                return new Literal(SqlValue.Of(double.Parse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture)));
            case TokenKind.String:
                tokens.Take();
                if (tokens.Current.Kind == TokenKind.String)
                    throw new SqlException(tokens.Current.Position, "two strings follow each other; a quote inside a string is written \\' or \\\".");
                return new Literal(SqlValue.Of(token.Text));
            case TokenKind.Parameter:
                tokens.Take();
                return names.UseParameter(token.Text);
            case TokenKind.Name:
                return tokens.Next.Is("(") ? ReadCall(expressions) : names.Use(tokens.Take());
            case TokenKind.Keyword:
                return ReadKeyword(expressions);
            default:
                if (tokens.TakeIf("[")) return new CreatedArray(expressions.ReadList("]"));
                if (tokens.TakeIf("{")) return ReadObject(expressions);
                throw token.Is("(") ? Subquery(token) : tokens.Expected("an expression");
        }
    }

    Expression ReadKeyword(ExpressionParser expressions)
    {
        var token = tokens.Current;
        switch (token.Text)
        {
            case "LEFT" or "RIGHT" when tokens.Next.Is("("): return ReadCall(expressions);
            case "EXISTS" or "SELECT": throw Subquery(token);
            case "udf": throw new SqlException(token.Position, "user-defined functions are not supported.");
            case "true": tokens.Take(); return new Literal(SqlValue.True);
            case "false": tokens.Take(); return new Literal(SqlValue.False);
            case "null": tokens.Take(); return new Literal(SqlValue.Null);
            case "undefined": tokens.Take(); return new Literal(SqlValue.Undefined);
            default: throw tokens.Expected("an expression");
        }
    }

    Expression ReadCall(ExpressionParser expressions)
    {
        var name = tokens.Take();
        tokens.Expect("(");
        if (tokens.Current.IsKeyword("SELECT")) throw Subquery(name);
        if (Aggregator.Named(name.Text) is { } start) return ReadAggregate(name, start, expressions);
        var function = Function.Named(name.Text)
            ?? throw new SqlException(name.Position, $"the function {name.Text} is not supported. There are {string.Join(", ", Function.Names)} and the aggregates AVG, COUNT, MAX, MIN, SUM.");
        var arguments = expressions.ReadList(")");
        return arguments.Count >= function.FewestArguments && arguments.Count <= function.MostArguments
            ? new Call(function, arguments)
            : throw new SqlException(name.Position, $"{function.Name} takes {function.Arity}, not {arguments.Count}.");
    }

    Aggregate ReadAggregate(Token name, Func<Aggregator> start, ExpressionParser expressions)
    {
        if (tokens.Current.Is("*")) throw tokens.Expected("an expression; all rows are counted by COUNT(1)");
        if (tokens.Current.IsKeyword("DISTINCT")) throw tokens.Expected("an expression; DISTINCT inside an aggregate is not supported");
        var before = names.Aggregates.Count;
        var arguments = expressions.ReadList(")");
        if (arguments.Count != 1) throw new SqlException(name.Position, $"{name.Text} takes 1 argument, not {arguments.Count}.");
        if (names.Aggregates.Count > before) throw new SqlException(name.Position, "an aggregate can't be inside another.");
        return names.UseAggregate(name, start, arguments[0]);
    }

    CreatedObject ReadObject(ExpressionParser expressions)
    {
        var (keys, values) = (new List<string>(), new List<Expression>());
        if (tokens.TakeIf("}")) return new(keys, values);
        var known = new HashSet<string>();
        do
        {
            var key = tokens.Current;
            if (key.Kind != TokenKind.String) throw tokens.Expected("a property's name in quotes");
            if (!known.Add(key.Text)) throw new SqlException(key.Position, $"the object has the property '{key.Text}' twice.");
            tokens.Take();
            tokens.Expect(":");
            keys.Add(key.Text);
            values.Add(expressions.Read());
        }
        while (tokens.TakeIf(","));
        if (!tokens.TakeIf("}")) throw tokens.Expected("',' or '}'");
        return new(keys, values);
    }
}
