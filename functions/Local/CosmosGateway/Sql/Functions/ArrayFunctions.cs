using Matinee.Local.CosmosGateway.Sql.Values;

namespace Matinee.Local.CosmosGateway.Sql.Functions;

/// <summary>Functions of arrays.</summary>
static class ArrayFunctions
{
    public static IEnumerable<Function> All =>
    [
        new("ARRAY_CONTAINS", 2, 3, Contains),
        Function.Of("ARRAY_LENGTH", 1, static arguments =>
            arguments[0].Kind == SqlKind.Array ? SqlValue.Of((double)arguments[0].Count) : SqlValue.Undefined),
        new("ARRAY_SLICE", 2, 3, Slice),
        Function.OfMany("ARRAY_CONCAT", 2, Concat),
    ];

    /// <summary>With a third argument, true, an object counts that has the properties asked for among others.</summary>
    static SqlValue Contains(ReadOnlySpan<SqlValue> arguments)
    {
        if (arguments[0].Kind != SqlKind.Array || (arguments.Length > 2 && arguments[2].Kind != SqlKind.Boolean)) return SqlValue.Undefined;
        var wanted = arguments[1];
        if (arguments.Length > 2 && arguments[2].IsTrue && wanted.Kind == SqlKind.Object)
        {
            var parts = wanted.Properties().Select(static property => (Name: new PropertyName(property.Name), property.Value)).ToArray();
            return SqlValue.Of(arguments[0].Items().Any(item =>
                item.Kind == SqlKind.Object && Array.TrueForAll(parts, part => ValueOrder.Same(item.Property(part.Name), part.Value))));
        }

        foreach (var item in arguments[0].Items())
        {
            if (ValueOrder.Same(item, wanted)) return SqlValue.True;
        }

        return SqlValue.False;
    }

    /// <summary>From a position, which counts from the end if negative, so and so many items, or all.</summary>
    static SqlValue Slice(ReadOnlySpan<SqlValue> arguments)
    {
        if (arguments[0].Kind != SqlKind.Array || !IsInteger(arguments[1])) return SqlValue.Undefined;
        if (arguments.Length > 2 && !IsInteger(arguments[2])) return SqlValue.Undefined;
        var length = arguments[0].Count;
        var start = Math.Clamp(arguments[1].Number < 0 ? arguments[1].Number + length : arguments[1].Number, 0, length);
        var count = Math.Clamp(arguments.Length > 2 ? arguments[2].Number : length, 0, length);
        return SqlValue.Of(arguments[0].Items().Skip((int)start).Take((int)count).ToList());
    }

    static SqlValue Concat(ReadOnlySpan<SqlValue> arguments)
    {
        var items = new List<SqlValue>();
        foreach (ref readonly var array in arguments)
        {
            if (array.Kind != SqlKind.Array) return SqlValue.Undefined;
            items.AddRange(array.Items());
        }

        return SqlValue.Of(items);
    }

    static bool IsInteger(in SqlValue value) => value.Kind == SqlKind.Number && value.Number == Math.Floor(value.Number);
}
