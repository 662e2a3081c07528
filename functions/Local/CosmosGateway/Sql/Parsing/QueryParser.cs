using Matinee.Local.CosmosGateway.Sql.Expressions;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>Reads a query clause by clause.</summary>
sealed class QueryParser
{
    readonly TokenStream _tokens;
    readonly NameScope _names = new();
    readonly ExpressionParser _expressions;
    Alias? _star;

    QueryParser(string text)
    {
        _tokens = new(text);
        _expressions = new(_tokens, _names);
    }

    /// <summary>SELECT ... and all that can follow.</summary>
    public static Select Query(string text) => new QueryParser(text).ReadQuery();

    /// <summary>FROM c WHERE ..., as conditions of patches are written.</summary>
    public static Select Condition(string text) => new QueryParser(text).ReadCondition();

    Select ReadQuery()
    {
        _tokens.ExpectKeyword("SELECT");
        var distinct = _tokens.TakeIfKeyword("DISTINCT");
        var top = _tokens.TakeIfKeyword("TOP") ? ReadCount() : null;
        var position = _tokens.Current.Position;
        var projection = ReadProjection();
        if (_tokens.Current.Kind != TokenKind.End && !_tokens.Current.IsKeyword("FROM") && !_tokens.Current.IsKeyword("WHERE"))
            throw _tokens.Expected("',', AS or FROM");
        var from = new FromParser(_tokens, _names).Read();
        var where = ReadWhere();
        var groupBy = ReadGroupBy();
        var orderBy = ReadOrderBy();
        var (offset, limit) = ReadWindow();
        _tokens.ExpectEnd("WHERE, GROUP BY, ORDER BY, OFFSET ... LIMIT in this order,");
        return Finish(new()
        {
            Projection = projection,
            Position = position,
            Distinct = distinct,
            Top = top,
            From = from,
            Where = where,
            GroupBy = groupBy,
            OrderBy = orderBy,
            Offset = offset,
            Limit = limit,
            Aggregates = _names.Aggregates,
            Parameters = _names.Parameters,
            Memos = _names.Memos,
        });
    }

    Select ReadCondition()
    {
        if (!_tokens.Current.IsKeyword("FROM")) throw _tokens.Expected("FROM; a condition is written FROM c WHERE ...");
        var from = new FromParser(_tokens, _names).Read();
        var where = ReadWhere();
        _tokens.ExpectEnd("WHERE");
        return Finish(new()
        {
            Projection = new Literal(Values.SqlValue.True),
            Position = 0,
            Distinct = false,
            Top = null,
            From = from,
            Where = where,
            GroupBy = [],
            OrderBy = [],
            Offset = null,
            Limit = null,
            Aggregates = _names.Aggregates,
            Parameters = _names.Parameters,
            Memos = _names.Memos,
        });
    }

    Select Finish(Select select)
    {
        if (_star is not null && select.From.Only is null)
            throw new SqlException(_star.Position, "SELECT * needs a FROM without JOIN; name what is wanted.");
        if (_star is not null) _star.Slot = _names.SlotOf(new(TokenKind.Name, _star.Position, select.From.Only!, 1));
        _names.Resolve();
        QueryRules.Check(select);
        return select;
    }

    Expression ReadProjection()
    {
        var first = _tokens.Current;
        if (_tokens.TakeIf("*")) return _star = new("*", first.Position);
        return _tokens.TakeIfKeyword("VALUE") ? _expressions.Read() : new SelectListParser(_tokens, _expressions).Read();
    }

    Expression? ReadWhere() => _tokens.TakeIfKeyword("WHERE") ? _expressions.Read() : null;

    List<Expression> ReadGroupBy()
    {
        var keys = new List<Expression>();
        if (!_tokens.TakeIfKeyword("GROUP")) return keys;
        _tokens.ExpectKeyword("BY");
        do
        {
            keys.Add(_expressions.Read());
        }
        while (_tokens.TakeIf(","));
        return keys;
    }

    List<OrderKey> ReadOrderBy()
    {
        var keys = new List<OrderKey>();
        if (!_tokens.TakeIfKeyword("ORDER")) return keys;
        _tokens.ExpectKeyword("BY");
        do
        {
            var value = _expressions.Read();
            var descending = _tokens.TakeIfKeyword("DESC");
            if (!descending) _tokens.TakeIfKeyword("ASC");
            keys.Add(new(value, descending));
        }
        while (_tokens.TakeIf(","));
        return keys;
    }

    (Expression? Offset, Expression? Limit) ReadWindow()
    {
        if (_tokens.Current.IsKeyword("LIMIT")) throw _tokens.Expected("OFFSET n before LIMIT");
        if (!_tokens.TakeIfKeyword("OFFSET")) return default;
        var offset = ReadCount();
        _tokens.ExpectKeyword("LIMIT");
        return (offset, ReadCount());
    }

    /// <summary>A number of rows: digits or a parameter.</summary>
    Expression ReadCount()
    {
        var token = _tokens.Current;
        if (token.Kind == TokenKind.Parameter) return _names.UseParameter(_tokens.Take().Text);
        if (token.Kind != TokenKind.Number || !token.Text.All(char.IsAsciiDigit) || !int.TryParse(token.Text, out var count))
            throw _tokens.Expected($"a whole number from 0 to {int.MaxValue} or a parameter");
        _tokens.Take();
        return new Literal(Values.SqlValue.Of((double)count));
    }
}
