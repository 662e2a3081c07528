namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>The tokens of a query, one after the other.</summary>
sealed class TokenStream(string text)
{
    readonly List<Token> _tokens = Tokenizer.Read(text);
    int _at;

    public Token Current => _tokens[_at];

    public Token Next => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    /// <summary>The token as the query has it.</summary>
    public string Written(Token token) => text.Substring(token.Position, token.Length);

    public Token Take() => Current.Kind == TokenKind.End ? Current : _tokens[_at++];

    public bool TakeIf(string symbol)
    {
        var found = Current.Is(symbol);
        if (found) _at++;
        return found;
    }

    public bool TakeIfKeyword(string keyword)
    {
        var found = Current.IsKeyword(keyword);
        if (found) _at++;
        return found;
    }

    public void Expect(string symbol)
    {
        if (!TakeIf(symbol)) throw Expected($"'{symbol}'");
    }

    public void ExpectKeyword(string keyword)
    {
        if (!TakeIfKeyword(keyword)) throw Expected(keyword);
    }

    /// <summary>A name that is no keyword.</summary>
    public Token ExpectName(string what) =>
        Current.Kind == TokenKind.Name ? Take()
        : Current.Kind == TokenKind.Keyword ? throw Expected($"{what}, and {Current.Text} is a reserved word")
        : throw Expected(what);

    public void ExpectEnd(string after)
    {
        if (Current.Kind != TokenKind.End) throw Expected($"{after} or the end of the query");
    }

    public SqlException Expected(string what) => new(Current.Position, $"found {Current.Shown}, expected {what}.");
}
