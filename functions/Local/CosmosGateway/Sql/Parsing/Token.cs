namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>A word, literal or sign of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it begins in the query.</param>
/// <param name="Text">A name or parameter as written, a keyword in capitals, a string's content, a number's digits, a sign.</param>
/// <param name="Length">How much of the query it takes up.</param>
readonly record struct Token(TokenKind Kind, int Position, string Text, int Length)
{
    const int LongestShown = 40;

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsKeyword(string keyword) => Kind == TokenKind.Keyword && Text == keyword;

    /// <summary>How an error message names it.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "the end of the query",
        TokenKind.String => "the string '" + Short(Text) + "'",
        TokenKind.Keyword => "the keyword " + Text,
        _ => "'" + Short(Text) + "'",
    };

    static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "...";
}
