using Matinee.Local.CosmosGateway.Sql.Expressions;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>Reads SELECT a, b AS c: the projection is an object, named by AS, by the last name of a path, or by $1, $2, ...</summary>
sealed class SelectListParser(TokenStream tokens, ExpressionParser expressions)
{
    public Expression Read()
    {
        var (names, values) = (new List<string>(), new List<Expression>());
        var unnamed = 0;
        do
        {
            if (tokens.Current.Is("*")) throw tokens.Expected("an expression; * stands alone");
            var position = tokens.Current.Position;
            var value = expressions.Read();
            var name = tokens.TakeIfKeyword("AS") ? tokens.ExpectName("a name").Text : NameOf(value) ?? $"${++unnamed}";
            if (names.Contains(name)) throw new SqlException(position, $"two results are named '{name}'; name one with AS.");
            names.Add(name);
            values.Add(value);
        }
        while (tokens.TakeIf(","));
        return new CreatedObject(names, values);
    }

    static string? NameOf(Expression value) => value switch
    {
        Alias alias => alias.Name,
        Member member => member.Steps[^1].Name?.Text,
        _ => null,
    };
}
