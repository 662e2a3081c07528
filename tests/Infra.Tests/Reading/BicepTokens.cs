namespace Matinee.Infra.Tests.Reading;

/// <summary>Cuts Bicep into tokens.</summary>
static class BicepTokens
{
    static readonly string[] s_signs =
        ["...", "::", "=>", "==", "!=", "=~", "!~", ">=", "<=", "&&", "||", "??", ".?", "{", "}", "[", "]", "(", ")", ":", ",", ".", "=", "?", "!", "<", ">", "+", "-", "*", "/", "%", "@", "|"];

    public static List<Token> Of(string source)
    {
        var (tokens, at, line) = (new List<Token>(), 0, 1);
        while (at < source.Length)
        {
            var rest = source.AsSpan(at);
            switch (rest[0])
            {
                case '\n':
                    tokens.Add(new(TokenKind.NewLine, "\n", line++));
                    at++;
                    break;
                case ' ' or '\t' or '\r':
                    at++;
                    break;
                case '/' when rest.StartsWith("//", StringComparison.Ordinal):
                    at += Until(rest, "\n");
                    break;
                case '#':
                    at += Until(rest, "\n");
                    break;
                case '/' when rest.StartsWith("/*", StringComparison.Ordinal):
                    var comment = Until(rest, "*/") + 2;
                    line += rest[..Math.Min(comment, rest.Length)].Count('\n');
                    at += comment;
                    break;
                case '\'' when rest.StartsWith("'''", StringComparison.Ordinal):
                    var end = Until(rest[3..], "'''");
                    // Nothing is a hole in those: doubled, so that nothing is read as one.
                    tokens.Add(new(TokenKind.Text, rest.Slice(3, end).ToString().Replace("${", "\\${", StringComparison.Ordinal), line));
                    line += rest.Slice(3, end).Count('\n');
                    at += end + 6;
                    break;
                case '\'':
                    var length = TextLength(source, at + 1, line) - at - 1;
                    tokens.Add(new(TokenKind.Text, source.Substring(at + 1, length), line));
                    at += length + 2;
                    break;
                case >= '0' and <= '9':
                    var digits = rest.IndexOfAnyExceptInRange('0', '9');
                    if (digits < 0) digits = rest.Length;
                    tokens.Add(new(TokenKind.Number, rest[..digits].ToString(), line));
                    at += digits;
                    break;
                case var letter when char.IsAsciiLetter(letter) || letter == '_':
                    var letters = 0;
                    while (letters < rest.Length && (char.IsAsciiLetterOrDigit(rest[letters]) || rest[letters] == '_')) letters++;
                    tokens.Add(new(TokenKind.Word, rest[..letters].ToString(), line));
                    at += letters;
                    break;
                default:
                    var sign = s_signs.FirstOrDefault(one => source.AsSpan(at).StartsWith(one, StringComparison.Ordinal))
                        ?? throw new BicepException($"line {line}: '{rest[0]}' is nothing that Bicep has");
                    tokens.Add(new(TokenKind.Sign, sign, line));
                    at += sign.Length;
                    break;
            }
        }

        tokens.Add(new(TokenKind.End, "", line));
        return tokens;
    }

    /// <summary>Where the quote is that ends a text; holes may have texts of their own.</summary>
    internal static int TextLength(string source, int at, int line)
    {
        for (; at < source.Length; at++)
        {
            if (source[at] == '\\') at++;
            else if (source[at] == '\'') return at;
            else if (source[at] == '\n') break;
            else if (source[at] == '$' && at + 1 < source.Length && source[at + 1] == '{') at = HoleEnd(source, at + 2, line);
        }

        throw new BicepException($"line {line}: a text has no end");
    }

    /// <summary>Where the brace is that ends a hole.</summary>
    internal static int HoleEnd(string source, int at, int line)
    {
        for (var depth = 1; at < source.Length; at++)
        {
            if (source[at] == '\'') at = TextLength(source, at + 1, line);
            else if (source[at] == '{') depth++;
            else if (source[at] == '}' && --depth == 0) return at;
        }

        throw new BicepException($"line {line}: a hole in a text has no end");
    }

    static int Until(ReadOnlySpan<char> rest, string end) => rest.IndexOf(end, StringComparison.Ordinal) is >= 0 and var at ? at : rest.Length;
}
