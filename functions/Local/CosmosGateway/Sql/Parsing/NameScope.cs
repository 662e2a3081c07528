using Matinee.Local.CosmosGateway.Sql.Expressions;
using Matinee.Local.CosmosGateway.Sql.Functions;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>The names that a query uses, gathered while it is read, and what its runs must keep for it.</summary>
sealed class NameScope
{
    readonly List<Alias> _aliases = [];
    readonly Dictionary<string, int> _parameters = [];
    readonly Dictionary<string, int> _slots = [];
    readonly List<Aggregate> _aggregates = [];

    public IReadOnlyList<Aggregate> Aggregates => _aggregates;

    public IReadOnlyList<string> Parameters => [.. _parameters.OrderBy(static parameter => parameter.Value).Select(static parameter => parameter.Key)];

    public int Memos { get; private set; }

    public int NextMemo() => Memos++;

    public Alias Use(Token name)
    {
        var alias = new Alias(name.Text, name.Position);
        _aliases.Add(alias);
        return alias;
    }

    public Parameter UseParameter(string name)
    {
        if (!_parameters.TryGetValue(name, out var index)) _parameters[name] = index = _parameters.Count;
        return new(name, index);
    }

    public Aggregate UseAggregate(Token name, Func<Aggregator> start, Expression argument)
    {
        var aggregate = new Aggregate(name.Text.ToUpperInvariant(), start, argument, _aggregates.Count, name.Position);
        _aggregates.Add(aggregate);
        return aggregate;
    }

    public void Declare(string name, int position, int slot)
    {
        if (!_slots.TryAdd(name, slot)) throw new SqlException(position, $"the name {name} is given twice; choose another with AS.");
    }

    /// <summary>The slot of a name that FROM gave already.</summary>
    public int SlotOf(Token name) => _slots.TryGetValue(name.Text, out var slot) ? slot : throw Unknown(name.Text, name.Position);

    /// <summary>Tells all aliases their slots, once FROM and JOIN were read.</summary>
    public void Resolve()
    {
        foreach (var alias in _aliases) alias.Slot = _slots.TryGetValue(alias.Name, out var slot) ? slot : throw Unknown(alias.Name, alias.Position);
    }

    SqlException Unknown(string name, int position) => new(
        position,
        _slots.Count == 0
            ? $"the name '{name}' is not known, because there is no FROM."
            : $"the name '{name}' is not known; FROM and JOIN give {string.Join(", ", _slots.Keys)}. Properties are written {_slots.Keys.First()}.{name}, strings in quotes.");
}
