using System.Globalization;
using System.Text;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>Cuts a query into tokens.</summary>
sealed class Tokenizer(string text)
{
    /// <summary>What the service takes at most.</summary>
    public const int MaxQueryLength = 256 * 1024;

    static readonly string[] s_longSymbols = ["!=", "<>", "<=", ">=", "||", "??"];

    const string ShortSymbols = "()[]{},.:*/%+-=<>?";

    readonly List<Token> _tokens = [];
    int _at;

    public static List<Token> Read(string text) =>
        text.Length <= MaxQueryLength
            ? new Tokenizer(text).Read()
            : throw new SqlException($"The query has {text.Length} characters; at most {MaxQueryLength} can be run.");

    List<Token> Read()
    {
        while (true)
        {
            SkipBlanks();
            if (_at == text.Length) break;
            var c = text[_at];
            if (IsLetter(c)) ReadWord();
            else if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]))) ReadNumber();
            else if (c is '\'' or '"') ReadString(c);
            else if (c == '@') ReadParameter();
            else ReadSymbol();
        }

        Add(TokenKind.End, _at, "");
        return _tokens;
    }

    void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at])) _at++;
            else if (text.AsSpan(_at).StartsWith("--")) _at += Until('\n');
            else if (text.AsSpan(_at).StartsWith("/*")) throw new SqlException(_at, "'/*' begins no comment here. Comments begin with '--'.");
            else return;
        }
    }

    int Until(char end)
    {
        var length = text.AsSpan(_at).IndexOf(end);
        return length < 0 ? text.Length - _at : length;
    }

    void ReadWord()
    {
        var start = _at;
        while (_at < text.Length && (IsLetter(text[_at]) || char.IsAsciiDigit(text[_at]))) _at++;
        var word = text[start.._at];
        var keyword = Keywords.Of(word);
        Add(keyword is null ? TokenKind.Name : TokenKind.Keyword, start, keyword ?? word);
    }

    void ReadParameter()
    {
        var start = _at++;
        while (_at < text.Length && (IsLetter(text[_at]) || char.IsAsciiDigit(text[_at]))) _at++;
        if (_at == start + 1) throw new SqlException(start, "'@' must be followed by a parameter's name.");
        Add(TokenKind.Parameter, start, text[start.._at]);
    }

    void ReadNumber()
    {
        var start = _at;
        SkipDigits();
        if (_at < text.Length && text[_at] == '.') _at++;
        SkipDigits();
        if (_at < text.Length && text[_at] is 'e' or 'E')
        {
            _at++;
            if (_at < text.Length && text[_at] is '+' or '-') _at++;
            SkipDigits();
        }

        var digits = text[start.._at];
        if ((_at < text.Length && IsLetter(text[_at])) || !double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw new SqlException(start, $"'{text[start..Math.Min(_at + 1, text.Length)]}' is not a number.");
        if (double.IsInfinity(number)) throw new SqlException(start, $"the number {digits} is too large; the largest is {double.MaxValue:R}.");
        Add(TokenKind.Number, start, digits);
    }

    void SkipDigits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at])) _at++;
    }

    void ReadString(char quote)
    {
        var start = _at++;
        var content = new StringBuilder();
        for (; _at < text.Length && text[_at] != quote; _at++)
        {
            var c = text[_at];
            if (c < ' ') throw new SqlException(_at, $"a string can't hold the control character {(int)c}; write \\u{(int)c:x4}.");
            if (c != '\\')
            {
                content.Append(c);
                continue;
            }

            var escape = _at;
            content.Append(Escapes.Read(text, ref _at)
                ?? throw new SqlException(escape, "this backslash begins none of \\' \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX."));
        }

        if (_at == text.Length) throw new SqlException(start, $"the string that begins here has no closing {quote}.");
        _at++;
        Add(TokenKind.String, start, content.ToString());
    }

    void ReadSymbol()
    {
        foreach (var symbol in s_longSymbols)
        {
            if (!text.AsSpan(_at).StartsWith(symbol, StringComparison.Ordinal)) continue;
            _at += symbol.Length;
            Add(TokenKind.Symbol, _at - symbol.Length, symbol);
            return;
        }

        var c = text[_at];
        if (c is '&' or '|' or '^' or '~') throw new SqlException(_at, $"the bitwise operator '{c}' is not supported.");
        if (!ShortSymbols.Contains(c))
            throw new SqlException(_at, $"the character {(char.IsControl(c) || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'")} has no meaning here.");
        _at++;
        Add(TokenKind.Symbol, _at - 1, c.ToString());
    }

    void Add(TokenKind kind, int start, string token) => _tokens.Add(new(kind, start, token, _at - start));

    static bool IsLetter(char c) => c == '_' || char.IsLetter(c);
}
