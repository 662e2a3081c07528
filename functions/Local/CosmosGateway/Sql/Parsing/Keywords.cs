using System.Collections.Frozen;

namespace Matinee.Local.CosmosGateway.Sql.Parsing;

/// <summary>The reserved words. Whoever has a property of such a name writes c["order"].</summary>
static class Keywords
{
    static readonly FrozenSet<string> s_anyCase = FrozenSet.ToFrozenSet(
        [
            "AND", "AS", "ASC", "BETWEEN", "BY", "DESC", "DISTINCT", "ESCAPE", "EXISTS", "FROM", "GROUP", "IN", "JOIN", "LEFT", "LIKE",
            "LIMIT", "NOT", "OFFSET", "OR", "ORDER", "RIGHT", "SELECT", "TOP", "VALUE", "WHERE",
        ],
        StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> s_lowerCase = FrozenSet.ToFrozenSet(["false", "null", "true", "udf", "undefined"], StringComparer.Ordinal);

    /// <summary>The keyword that a word is, in capitals (constants in small letters, as they must be written).</summary>
    public static string? Of(string word) =>
        s_lowerCase.Contains(word) ? word
        : s_anyCase.TryGetValue(word, out var keyword) ? keyword
        : null;
}
