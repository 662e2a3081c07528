namespace Matinee.Infra.Tests.Reading;

enum TokenKind
{
    Word,
    Number,
    Text,
    Sign,
    NewLine,
    End,
}

/// <summary>A piece of Bicep.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its letters; of a text, what is between the quotes.</param>
/// <param name="Line">Where it is.</param>
readonly record struct Token(TokenKind Kind, string Value, int Line);
