using System.Globalization;
using System.Text;

namespace Matinee.Local.Import.Tmdb;

/// <summary>
/// Reads lists and dictionaries as JSON writes them and as Python does, with single quotes, None, True and False: published tables have columns
/// of both kinds. Dictionaries come as dictionaries, lists as lists, and the rest as text, double, bool or null.
/// </summary>
ref struct Literal
{
    const int MostDepth = 16;

    readonly ReadOnlySpan<char> _text;
    int _at;

    Literal(ReadOnlySpan<char> text) => _text = text;

    /// <exception cref="FormatException">It is no such thing; the message says where it ends to be one.</exception>
    public static object? Parse(string text)
    {
        var reader = new Literal(text);
        var value = reader.Value(0);
        reader.Skip();
        return reader._at == text.Length ? value : throw reader.Wrong("the end");
    }

    /// <summary>The dictionaries of a list; none where the text is empty.</summary>
    /// <exception cref="FormatException">It is no list.</exception>
    public static IEnumerable<Dictionary<string, object?>> Rows(string text) =>
        string.IsNullOrWhiteSpace(text) ? []
        : Parse(text) is List<object?> list ? list.OfType<Dictionary<string, object?>>()
        : throw new FormatException("It is no list.");

    object? Value(int depth)
    {
        if (depth > MostDepth) throw Wrong($"less than {MostDepth} levels");
        Skip();
        return Peek() switch
        {
            '[' => List(depth),
            '{' => Dictionary(depth),
            '\'' or '"' => Text(),
            _ => Word(),
        };
    }

    List<object?> List(int depth)
    {
        var list = new List<object?>();
        for (_at++; !Take(']');)
        {
            list.Add(Value(depth + 1));
            if (!Take(',') && !IsNext(']')) throw Wrong("',' or ']'");
        }

        return list;
    }

    Dictionary<string, object?> Dictionary(int depth)
    {
        var dictionary = new Dictionary<string, object?>();
        for (_at++; !Take('}');)
        {
            if (!IsNext('\'') && !IsNext('"')) throw Wrong("a key in quotes");
            var key = Text();
            if (!Take(':')) throw Wrong("':'");
            dictionary[key] = Value(depth + 1);
            if (!Take(',') && !IsNext('}')) throw Wrong("',' or '}'");
        }

        return dictionary;
    }

    string Text()
    {
        var quote = _text[_at++];
        var text = new StringBuilder();
        while (Peek() != quote)
        {
            var letter = _text[_at++];
            text.Append(letter == '\\' ? Escaped() : letter);
        }

        _at++;
        return text.ToString();
    }

    char Escaped()
    {
        Peek();
        var letter = _text[_at++];
        return letter switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            'x' => Code(2),
            'u' => Code(4),
            _ => letter,
        };
    }

    char Code(int digits)
    {
        if (_at + digits > _text.Length || !ushort.TryParse(_text.Slice(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw Wrong($"{digits} hexadecimal digits");
        _at += digits;
        return (char)code;
    }

    object? Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.')) _at++;
        var word = _text[start.._at];
        if (word is "None" or "null") return null;
        if (word is "True" or "true") return true;
        if (word is "False" or "false") return false;
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        _at = start;
        throw Wrong("a value");
    }

    char Peek() => _at < _text.Length ? _text[_at] : throw Wrong("more");

    bool IsNext(char letter)
    {
        Skip();
        return _at < _text.Length && _text[_at] == letter;
    }

    bool Take(char letter)
    {
        if (!IsNext(letter)) return _at >= _text.Length ? throw Wrong($"'{letter}'") : false;
        _at++;
        return true;
    }

    void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    readonly FormatException Wrong(string expected) => new($"At character {_at + 1} {expected} was expected.");
}
