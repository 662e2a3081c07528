using System.Globalization;
using System.Text;

namespace Matinee.Infra.Tests.Reading;

/// <summary>Reads the part of Bicep that infrastructures are written in. What it does not know is an error, not ignored.</summary>
sealed class BicepParser
{
    static readonly string[][] s_operators = [["??"], ["||"], ["&&"], ["==", "!=", "=~", "!~"], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

    readonly List<Token> _tokens;
    int _at;

    BicepParser(string source) => _tokens = BicepTokens.Of(source);

    Token Here => _tokens[_at];

    /// <summary>The declarations of a file.</summary>
    /// <exception cref="BicepException">It can't be read, and where.</exception>
    public static List<Declaration> Read(string source)
    {
        var parser = new BicepParser(source);
        var found = new List<Declaration>();
        parser.SkipLines();
        while (parser.Here.Kind != TokenKind.End)
        {
            found.Add(parser.Declaration());
            if (parser.Here.Kind != TokenKind.End) parser.Take(TokenKind.NewLine);
            parser.SkipLines();
        }

        return found;
    }

    Declaration Declaration()
    {
        var decorators = new List<Call>();
        while (TryTake("@"))
        {
            decorators.Add(Value() as Call ?? throw Unexpected("a decorator"));
            SkipLines();
        }

        var kind = Take(TokenKind.Word);
        if (kind == "targetScope")
        {
            Take("=");
            return new(kind, kind, "", Value(), decorators);
        }

        var name = Take(TokenKind.Word);
        switch (kind)
        {
            case "param":
                var type = Type();
                return new(kind, name, type, TryTake("=") ? Value() : null, decorators);
            case "output":
                type = Type();
                Take("=");
                return new(kind, name, type, Value(), decorators);
            case "var":
                Take("=");
                return new(kind, name, "", Value(), decorators);
            case "resource" or "module":
                type = Take(TokenKind.Text);
                var isExisting = TryTake("existing");
                Take("=");
                return new(kind, name, type, Value(), decorators) { IsExisting = isExisting };
            default:
                throw new BicepException($"line {Here.Line}: '{kind}' is no declaration");
        }
    }

    string Type()
    {
        var type = new StringBuilder(Take(TokenKind.Word));
        while (TryTake("["))
        {
            Take("]");
            type.Append("[]");
        }

        if (TryTake("?")) type.Append('?');
        return type.ToString();
    }

    Expression Value()
    {
        if (TryTake("if"))
        {
            Take("(");
            var condition = Value();
            Take(")");
            return new When(condition, Value());
        }

        var value = Binary(0);
        if (!TryTake("?")) return value;
        SkipLines();
        var yes = Value();
        SkipLines();
        Take(":");
        SkipLines();
        return new Operation("?:", [value, yes, Value()]);
    }

    Expression Binary(int level)
    {
        if (level == s_operators.Length) return Unary();
        var left = Binary(level + 1);
        while (Here.Kind == TokenKind.Sign && s_operators[level].Contains(Here.Value))
        {
            var sign = Take(TokenKind.Sign);
            SkipLines();
            left = new Operation(sign, [left, Binary(level + 1)]);
        }

        return left;
    }

    Expression Unary()
    {
        if (TryTake("!")) return new Operation("!", [Unary()]);
        if (TryTake("-")) return Unary() is Number number ? new Number(-number.Value) : throw Unexpected("a number behind -");
        var value = Primary();
        while (true)
        {
            if (TryTake(".") || TryTake(".?") || TryTake("::")) value = new Member(value, Take(TokenKind.Word));
            else if (Here.Value == "!" && _tokens[_at + 1].Value == ".") _at++;
            else if (TryTake("("))
            {
                value = new Call(value, List(")"));
            }
            else if (TryTake("["))
            {
                value = new At(value, Value());
                Take("]");
            }
            else
            {
                return value;
            }
        }
    }

    Expression Primary()
    {
        switch (Here.Kind)
        {
            case TokenKind.Text:
                return TextOf(_tokens[_at++]);
            case TokenKind.Number:
                return new Number(long.Parse(Take(TokenKind.Number), CultureInfo.InvariantCulture));
            case TokenKind.Word when Here.Value is "true" or "false" or "null":
                return new Word(Take(TokenKind.Word));
            case TokenKind.Word:
                return new Name(Take(TokenKind.Word));
        }

        if (TryTake("("))
        {
            var inner = Value();
            Take(")");
            return inner;
        }

        if (TryTake("{")) return Body();
        if (!TryTake("[")) throw Unexpected("a value");
        SkipLines();
        if (!TryTake("for")) return new Items(List("]"));
        var variable = Take(TokenKind.Word);
        Take("in");
        var over = Value();
        Take(":");
        SkipLines();
        var body = Value();
        SkipLines();
        Take("]");
        return new Loop(variable, over, body);
    }

    List<Expression> List(string end)
    {
        var items = new List<Expression>();
        SkipLines();
        while (!TryTake(end))
        {
            items.Add(Value());
            if (Here.Value is not "," and not "\n" && Here.Value != end) throw Unexpected($"'{end}'");
            TryTake(",");
            SkipLines();
        }

        return items;
    }

    Properties Body()
    {
        var pairs = new List<(string, Expression)>();
        SkipLines();
        while (!TryTake("}"))
        {
            // A key with a hole in it, such as an identity's, is kept as it is written.
            var key = Here.Kind == TokenKind.Text ? Take(TokenKind.Text) : Take(TokenKind.Word);
            Take(":");
            SkipLines();
            if (pairs.Exists(pair => pair.Item1 == key)) throw new BicepException($"line {Here.Line}: '{key}' is there twice");
            pairs.Add((key, Value()));
            if (Here.Value is not "," and not "\n" and not "}") throw Unexpected("'}'");
            TryTake(",");
            SkipLines();
        }

        return new(pairs);
    }

    static Text TextOf(Token token)
    {
        var (between, holes, text, source) = (new List<string>(), new List<Expression>(), new StringBuilder(), token.Value);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '\\')
            {
                text.Append(source[++i]);
            }
            else if (source[i] == '$' && i + 1 < source.Length && source[i + 1] == '{')
            {
                var end = BicepTokens.HoleEnd(source, i + 2, token.Line);
                var hole = new BicepParser(source[(i + 2)..end]);
                holes.Add(hole.Value());
                if (hole.Here.Kind != TokenKind.End) throw new BicepException($"line {token.Line}: '{source}' has a hole with more than one value");
                between.Add(text.ToString());
                text.Clear();
                i = end;
            }
            else
            {
                text.Append(source[i]);
            }
        }

        return new([.. between, text.ToString()], holes);
    }

    void SkipLines()
    {
        while (Here.Kind == TokenKind.NewLine) _at++;
    }

    bool TryTake(string value)
    {
        if (Here.Value != value || Here.Kind is TokenKind.Text) return false;
        _at++;
        return true;
    }

    void Take(string value)
    {
        if (!TryTake(value)) throw Unexpected($"'{value}'");
    }

    string Take(TokenKind kind) => Here.Kind == kind ? _tokens[_at++].Value : throw Unexpected(kind.ToString().ToLowerInvariant());

    BicepException Unexpected(string wanted) =>
        new($"line {Here.Line}: {wanted} is expected, not {(Here.Kind == TokenKind.End ? "the end" : Here.Kind == TokenKind.NewLine ? "a new line" : $"'{Here.Value}'")}");
}
