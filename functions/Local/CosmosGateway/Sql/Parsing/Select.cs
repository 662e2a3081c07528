using Matinee.Local.CosmosGateway.Sql.Expressions;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>A key of ORDER BY.</summary>
sealed record OrderKey(Expression Value, bool Descending);

/// <summary>What FROM or JOIN adds to a row: a value, or each item of one.</summary>
sealed record Source(Expression Value, bool EachItem, int Slot);

/// <summary>The names that FROM and JOIN give. Slot 0 is the document itself.</summary>
sealed record From(bool Documents, int Slots, IReadOnlyList<Source> Sources, string? Only);

/// <summary>A whole query, read and checked.</summary>
sealed record Select
{
    public required Expression Projection { get; init; }

    /// <summary>Where the projection begins, for messages.</summary>
    public required int Position { get; init; }

    public required bool Distinct { get; init; }

    public required Expression? Top { get; init; }

    public required From From { get; init; }

    public required Expression? Where { get; init; }

    public required IReadOnlyList<Expression> GroupBy { get; init; }

    public required IReadOnlyList<OrderKey> OrderBy { get; init; }

    public required Expression? Offset { get; init; }

    public required Expression? Limit { get; init; }

    public required IReadOnlyList<Aggregate> Aggregates { get; init; }

    public required IReadOnlyList<string> Parameters { get; init; }

    public required int Memos { get; init; }
}
