namespace Matinee.Local.CosmosGateway.Sql.Parsing;

enum TokenKind : byte
{
    End,
    Name,
    Keyword,
    Parameter,
    String,
    Number,
    Symbol,
}
