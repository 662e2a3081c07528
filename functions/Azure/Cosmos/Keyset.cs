using System.Globalization;
using Matinee.Core.Stores;
using Microsoft.Azure.Cosmos;

namespace Matinee.Azure.Cosmos;

/// <summary>The order of a list, and the query for the part of it behind a cursor.</summary>
/// <param name="Name">What cursors of this list are marked with.</param>
/// <param name="Where">Which items belong to it.</param>
/// <param name="Key">The property it is sorted by, a number.</param>
/// <param name="Tie">The property that sorts equals; null: there are none.</param>
/// <param name="Descending">The largest first.</param>
/// <param name="TieIsText">The tie is no number.</param>
sealed record Keyset(string Name, string Where, string Key, string? Tie, bool Descending = true, bool TieIsText = false)
{
    public QueryDefinition Query(PageRequest page)
    {
        var (beyond, direction) = Descending ? ("<", "DESC") : (">", "ASC");
        var order = Tie is null ? $"c.{Key} {direction}" : $"c.{Key} {direction}, c.{Tie} {direction}";
        if (Cursor.Parse(page.Cursor, Name) is not { } cursor) return new($"SELECT * FROM c WHERE {Where} ORDER BY {order}");
        var behind = Tie is null ? $"c.{Key} {beyond} @key" : $"(c.{Key} {beyond} @key OR (c.{Key} = @key AND c.{Tie} {beyond} @tie))";
        var query = new QueryDefinition($"SELECT * FROM c WHERE {Where} AND {behind} ORDER BY {order}").WithParameter("@key", cursor.Key);
        return Tie is null ? query : query.WithParameter("@tie", TieIsText ? cursor.Id : TieNumber(cursor));
    }

    public Cursor At(double key, int tie) => new(Name, key, tie.ToString(CultureInfo.InvariantCulture));

    public Cursor At(double key, string tie) => new(Name, key, tie);

    static object TieNumber(Cursor cursor) =>
        int.TryParse(cursor.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidCursorException();
}
