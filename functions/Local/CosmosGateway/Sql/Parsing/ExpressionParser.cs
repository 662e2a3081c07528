using System.Runtime.CompilerServices;
using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>Reads expressions. From loose to tight: ?: ?? OR AND (IN LIKE BETWEEN) || (= !=) (&lt; &lt;= &gt; &gt;=) (+ -) (* / %) (NOT -) (. []).</summary>
/// <remarks>
/// NOT binds tighter than = in the service's grammar, and || looser, against what most readers expect. Where that would matter the
/// query is refused, and the cure is a pair of parentheses.
/// </remarks>
sealed class ExpressionParser(TokenStream tokens, NameScope names)
{
    const int MaxNesting = 200;

    static readonly string[][] s_signs = [["||"], ["=", "!=", "<>"], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]];

    readonly HashSet<Expression> _enclosed = [];
    readonly PrimaryParser _primary = new(tokens, names);
    int _nesting;

    public Expression Read()
    {
        Enter();
        var expression = ReadCoalesce();
        if (tokens.TakeIf("?"))
        {
            var one = Read();
            tokens.Expect(":");
            expression = new Conditional(expression, one, Read());
        }

        _nesting--;
        return expression;
    }

    /// <summary>Expressions with commas between, up to the sign that closes them.</summary>
    public List<Expression> ReadList(string end)
    {
        var list = new List<Expression>();
        if (tokens.TakeIf(end)) return list;
        do
        {
            list.Add(Read());
        }
        while (tokens.TakeIf(","));
        if (!tokens.TakeIf(end)) throw tokens.Expected($"',' or '{end}'");
        return list;
    }

    Expression ReadCoalesce()
    {
        var expression = ReadOr();
        while (tokens.TakeIf("??")) expression = new Coalesce(expression, ReadOr());
        return expression;
    }

    Expression ReadOr()
    {
        var first = ReadAnd();
        if (!tokens.Current.IsKeyword("OR")) return first;
        var terms = new List<Expression> { first };
        while (tokens.TakeIfKeyword("OR")) terms.Add(ReadAnd());
        return new Or(terms);
    }

    Expression ReadAnd()
    {
        var first = ReadPredicate();
        if (!tokens.Current.IsKeyword("AND")) return first;
        var terms = new List<Expression> { first };
        while (tokens.TakeIfKeyword("AND")) terms.Add(ReadPredicate());
        return new And(terms);
    }

    Expression ReadPredicate()
    {
        var left = ReadBinary(0);
        var negated = tokens.Current.IsKeyword("NOT") && tokens.Next is { Kind: TokenKind.Keyword, Text: "IN" or "LIKE" or "BETWEEN" };
        if (negated) tokens.Take();
        var keyword = tokens.Current;
        if (keyword is not { Kind: TokenKind.Keyword, Text: "IN" or "LIKE" or "BETWEEN" }) return left;
        tokens.Take();
        RefuseLoose(left, keyword);
        Expression predicate = keyword.Text switch
        {
            "IN" => ReadIn(left),
            "LIKE" => ReadLike(left, keyword),
            _ => ReadBetween(left, keyword),
        };
        return negated ? new Not(predicate) : predicate;
    }

    In ReadIn(Expression needle)
    {
        var open = tokens.Current;
        tokens.Expect("(");
        if (tokens.Current.IsKeyword("SELECT")) throw PrimaryParser.Subquery(open);
        var items = ReadList(")");
        return items.Count > 0 ? new(needle, items, names.NextMemo()) : throw new SqlException(open.Position, "IN needs at least one value.");
    }

    Like ReadLike(Expression text, Token keyword)
    {
        var pattern = ReadBinary(0);
        RefuseLoose(pattern, keyword);
        char? escape = null;
        if (tokens.TakeIfKeyword("ESCAPE"))
        {
            var sign = tokens.Current;
            if (sign.Kind != TokenKind.String || sign.Text.Length != 1) throw tokens.Expected("a string of one character");
            tokens.Take();
            escape = sign.Text[0];
        }

        // A pattern that can't be read is refused before there is any document.
        if (pattern is Literal { Value.Kind: SqlKind.String } literal) _ = new LikePattern(literal.Value.Text, escape);
        return new(text, pattern, escape);
    }

    And ReadBetween(Expression value, Token keyword)
    {
        var low = ReadBinary(0);
        RefuseLoose(low, keyword);
        tokens.ExpectKeyword("AND");
        var high = ReadBinary(0);
        RefuseLoose(high, keyword);
        return new([new Comparison(">=", value, low), new Comparison("<=", value, high)]);
    }

    Expression ReadBinary(int tightest)
    {
        var left = ReadUnary();
        while (true)
        {
            var sign = tokens.Current;
            var level = sign.Kind == TokenKind.Symbol ? Array.FindIndex(s_signs, level => level.Contains(sign.Text)) : -1;
            if (level < tightest) return left;
            tokens.Take();
            var right = ReadBinary(level + 1);
            RefuseLoose(left, sign, level == 0);
            RefuseLoose(right, sign, level == 0);
            left = level switch
            {
                0 => new Concatenation(left, right),
                1 or 2 => new Comparison(sign.Text == "<>" ? "!=" : sign.Text, left, right),
                _ => new Arithmetic(sign.Text[0], left, right),
            };
        }
    }

    Expression ReadUnary()
    {
        var sign = tokens.Current;
        if (!sign.IsKeyword("NOT") && !sign.Is("-") && !sign.Is("+")) return ReadPostfix();
        tokens.Take();
        Enter();
        var operand = ReadUnary();
        _nesting--;
        return sign.Text switch
        {
            "NOT" => new Not(operand),
            "+" => new Plus(operand),
            _ => operand is Literal { Value.Kind: SqlKind.Number } number ? new Literal(SqlValue.Of(-number.Value.Number)) : new Negation(operand),
        };
    }

    Expression ReadPostfix()
    {
        Expression expression;
        if (tokens.Current.Is("(") && !tokens.Next.IsKeyword("SELECT"))
        {
            tokens.Take();
            expression = Read();
            tokens.Expect(")");
            _enclosed.Add(expression);
        }
        else
        {
            expression = _primary.Read(this);
        }

        return tokens.Current.Is(".") || tokens.Current.Is("[") ? PathParser.Read(tokens, expression, Read) : expression;
    }

    /// <summary>Refuses operands that the service's grammar groups in another way than most readers would.</summary>
    void RefuseLoose(Expression operand, Token sign, bool comparisons = true)
    {
        if (_enclosed.Contains(operand)) return;
        if (operand is Not)
            throw new SqlException(sign.Position, $"it is not clear what NOT applies to before {sign.Text}; write NOT (a {sign.Text} b) or (NOT a) {sign.Text} b.");
        if (comparisons && operand is Comparison)
            throw new SqlException(sign.Position, $"it is not clear what {sign.Text} applies to beside a comparison; put parentheses around one of them.");
    }

    void Enter()
    {
        if (++_nesting > MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new SqlException(tokens.Current.Position, $"too many expressions are nested in each other here; at most {MaxNesting} can be.");
    }
}
