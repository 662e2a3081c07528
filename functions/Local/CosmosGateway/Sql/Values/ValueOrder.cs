namespace Matinee.Local.CosmosGateway.Sql.Values;

/// <summary>The order of all values: by kind, then within the kind.</summary>
static class ValueOrder
{
    public static int Compare(in SqlValue left, in SqlValue right)
    {
        if (left.Kind != right.Kind) return left.Kind.CompareTo(right.Kind);
        return left.Kind switch
        {
            SqlKind.Boolean => left.IsTrue.CompareTo(right.IsTrue),
            SqlKind.Number => left.Number.CompareTo(right.Number),
            SqlKind.String => string.CompareOrdinal(left.Text, right.Text),
            SqlKind.Array => CompareArrays(left, right),
            SqlKind.Object => CompareObjects(left, right),
            _ => 0,
        };
    }

    /// <summary>Are two defined values the same, all the way down? The order of an object's properties does not count.</summary>
    public static bool Same(in SqlValue left, in SqlValue right) =>
        left.Kind == right.Kind
        && left.Kind switch
        {
            SqlKind.Number => left.Number == right.Number,
            SqlKind.String => right.TryGetElement(out _) ? right.IsText(left.Text) : left.IsText(right.Text),
            _ => Compare(left, right) == 0,
        };

    static int CompareArrays(in SqlValue left, in SqlValue right)
    {
        foreach (var (a, b) in left.Items().Zip(right.Items()))
        {
            var order = Compare(a, b);
            if (order != 0) return order;
        }

        return left.Count.CompareTo(right.Count);
    }

    static int CompareObjects(in SqlValue left, in SqlValue right)
    {
        var (lefts, rights) = (Sorted(left), Sorted(right));
        foreach (var (a, b) in lefts.Zip(rights))
        {
            var order = string.CompareOrdinal(a.Name, b.Name);
            if (order == 0) order = Compare(a.Value, b.Value);
            if (order != 0) return order;
        }

        return lefts.Length.CompareTo(rights.Length);
    }

    static SqlProperty[] Sorted(in SqlValue value)
    {
        var properties = value.Properties().ToArray();
        Array.Sort(properties, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return properties;
    }
}
