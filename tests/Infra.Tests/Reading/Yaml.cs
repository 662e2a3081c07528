using System.Text;

namespace Matinee.Infra.Tests.Reading;

/// <summary>
/// Reads the part of YAML that azure.yaml and workflows are written in: maps, lists, plain and quoted texts, blocks of text, lists and
/// empty maps on one line. What it does not know is an error.
/// </summary>
sealed class Yaml
{
    readonly List<(int Indent, string Text, int Line)> _lines = [];
    readonly string[] _source;
    int _at;

    Yaml(string text)
    {
        _source = text.Split('\n');
        foreach (var (i, raw) in _source.Index())
        {
            if (raw.Contains('\t', StringComparison.Ordinal)) throw new BicepException($"line {i + 1}: a tab");
            var line = WithoutComment(raw).TrimEnd();
            if (line.Length > 0) _lines.Add((line.Length - line.TrimStart().Length, line.TrimStart(), i));
        }
    }

    /// <summary>A map (Dictionary), a list (List) or a text (string).</summary>
    /// <exception cref="BicepException">It can't be read, and where.</exception>
    public static object Read(string text)
    {
        var yaml = new Yaml(text);
        if (yaml._lines.Count == 0) throw new BicepException("it is empty");
        var value = yaml.Block(yaml._lines[0].Indent);
        return yaml._at == yaml._lines.Count ? value : throw yaml.Error("it is indented like nothing above it");
    }

    object Block(int indent) => _lines[_at].Text.StartsWith("- ", StringComparison.Ordinal) ? Sequence(indent) : Map(indent);

    List<object> Sequence(int indent)
    {
        var items = new List<object>();
        while (_at < _lines.Count && _lines[_at].Indent == indent && _lines[_at].Text.StartsWith("- ", StringComparison.Ordinal))
        {
            var (_, text, line) = _lines[_at];
            var rest = text[2..].TrimStart();
            if (KeyLength(rest) < 0)
            {
                _at++;
                items.Add(Scalar(rest, indent));
                continue;
            }

            // The map of an item begins behind its dash.
            _lines[_at] = (indent + text.Length - rest.Length, rest, line);
            items.Add(Map(_lines[_at].Indent));
        }

        return items;
    }

    Dictionary<string, object> Map(int indent)
    {
        var map = new Dictionary<string, object>();
        while (_at < _lines.Count && _lines[_at].Indent == indent)
        {
            var text = _lines[_at].Text;
            var length = KeyLength(text);
            if (length < 0) throw Error("a key is expected");
            var key = text[..length].Trim('"', '\'');
            var rest = text[(length + 1)..].Trim();
            _at++;
            object value = rest.Length > 0 ? Scalar(rest, indent)
                : _at < _lines.Count && (_lines[_at].Indent > indent || (_lines[_at].Indent == indent && _lines[_at].Text.StartsWith("- ", StringComparison.Ordinal)))
                    ? Block(_lines[_at].Indent)
                    : "";
            if (!map.TryAdd(key, value)) throw new BicepException($"'{key}' is there twice");
        }

        if (_at < _lines.Count && _lines[_at].Indent > indent) throw Error("it is indented like nothing above it");
        return map;
    }

    object Scalar(string text, int indent)
    {
        if (text is "|" or "|-" or ">" or ">-") return Folded(indent, text[0] == '|' ? "\n" : " ");
        if (text == "{}") return new Dictionary<string, object>();
        if (text.StartsWith('[') && text.EndsWith(']'))
            return text[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static one => (object)one.Trim('"', '\'')).ToList();
        if (text[0] is '"' or '\'')
            return text.Length > 1 && text[^1] == text[0] ? text[1..^1] : throw new BicepException($"{text} has no closing quote");
        return text[0] is '{' or '[' or '&' or '*' or '!' or '%' or '@' or '`' ? throw new BicepException($"{text} must be quoted") : text;
    }

    string Folded(int indent, string between)
    {
        var text = new StringBuilder();
        for (; _at < _lines.Count && _lines[_at].Indent > indent; _at++)
        {
            // As it is in the file: in there, # begins no comment.
            if (text.Length > 0) text.Append(between);
            text.Append(_source[_lines[_at].Line].Trim());
        }

        return text.ToString();
    }

    /// <summary>How long the key is that a line begins with; -1 where it has none.</summary>
    static int KeyLength(string text)
    {
        var at = text[0] is '"' or '\'' ? text.IndexOf(text[0], 1) + 1 : 0;
        var colon = text.IndexOf(':', at);
        while (colon >= 0 && colon + 1 < text.Length && text[colon + 1] != ' ') colon = text.IndexOf(':', colon + 1);
        return text[0] is '{' or '[' || (at > 0 && colon != at) ? -1 : colon;
    }

    static string WithoutComment(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            if (quote != '\0') quote = line[i] == quote ? '\0' : quote;
            else if (line[i] is '"' or '\'' && (i == 0 || line[i - 1] is ' ' or '[')) quote = line[i];
            else if (line[i] == '#' && (i == 0 || line[i - 1] == ' ')) return line[..i];
        }

        return line;
    }

    BicepException Error(string what) => new($"line {_lines[_at].Line + 1}: {what}: {_lines[_at].Text}");
}
