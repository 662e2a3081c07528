using Matinee.Local.CosmosGateway.Sql.Expressions;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>Reads FROM and JOIN: FROM c, FROM c.address AS a, FROM tag IN c.tags, JOIN tag IN c.tags.</summary>
sealed class FromParser(TokenStream tokens, NameScope names)
{
    const int MostJoins = 10;

    readonly List<Source> _sources = [];

    public From Read()
    {
        if (!tokens.TakeIfKeyword("FROM")) return new(false, 1, [], null);
        var only = ReadFirst();
        while (tokens.TakeIfKeyword("JOIN"))
        {
            only = null;
            ReadJoin();
        }

        return new(true, _sources.Count + 1, _sources, only);
    }

    string ReadFirst()
    {
        var (name, each) = ReadStart();
        if (each is { } item)
        {
            Add(new Alias(name.Text, name.Position), item, eachItem: true);
            return item.Text;
        }

        var document = new Alias(name.Text, name.Position);
        var path = PathParser.Read(tokens, document, NoIndex);
        var alias = ReadAlias();
        if (path is not Member { Steps: var steps })
        {
            names.Declare((alias ?? name).Text, (alias ?? name).Position, 0);
            return (alias ?? name).Text;
        }

        var known = alias ?? (steps[^1].Name is { } last ? new Token(TokenKind.Name, name.Position, last.Text, 0) : throw tokens.Expected("AS and a name"));
        AddSource(path, known, eachItem: false);
        return known.Text;
    }

    void ReadJoin()
    {
        if (_sources.Count == MostJoins) throw new SqlException(tokens.Current.Position, $"there are more than {MostJoins} JOINs.");
        var (name, each) = ReadStart();
        if (each is not { } item) throw new SqlException(name.Position, "JOIN is written JOIN name IN c.items.");
        Add(new Alias(name.Text, name.Position) { Slot = names.SlotOf(name) }, item, eachItem: true);
    }

    /// <summary>The name that a path begins with, and, after "item IN", the name of its items.</summary>
    (Token Start, Token? Each) ReadStart()
    {
        if (tokens.Current.Is("(")) throw PrimaryParser.Subquery(tokens.Current);
        var name = tokens.ExpectName("the name of the container or of its documents, such as c");
        if (!tokens.TakeIfKeyword("IN")) return (name, null);
        if (tokens.Current.Is("(")) throw PrimaryParser.Subquery(tokens.Current);
        return (tokens.ExpectName("a path such as c.items"), name);
    }

    void Add(Alias start, Token item, bool eachItem) => AddSource(PathParser.Read(tokens, start, NoIndex), item, eachItem);

    void AddSource(Expression value, Token name, bool eachItem)
    {
        var slot = _sources.Count + 1;
        names.Declare(name.Text, name.Position, slot);
        _sources.Add(new(value, eachItem, slot));
    }

    Token? ReadAlias() =>
        tokens.TakeIfKeyword("AS") ? tokens.ExpectName("a name")
        : tokens.Current.Kind == TokenKind.Name ? tokens.Take()
        : null;

    /// <summary>Paths in FROM have constant steps only.</summary>
    Expression NoIndex()
    {
        var token = tokens.Take();
        return token.Kind switch
        {
            TokenKind.String => new Literal(Values.SqlValue.Of(token.Text)),
            TokenKind.Number when int.TryParse(token.Text, out var index) => new Literal(Values.SqlValue.Of((double)index)),
            _ => throw new SqlException(token.Position, $"found {token.Shown}, expected a property's name in quotes or an item's number."),
        };
    }
}
