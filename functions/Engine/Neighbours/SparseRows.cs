using Matinee.Engine.Files;

namespace Matinee.Engine.Neighbours;

/// <summary>Rows of few numbers among many places, one behind the other.</summary>
/// <param name="Offsets">Where each row begins, and where the last one ends.</param>
/// <param name="Columns">The place of each number.</param>
/// <param name="Values">The numbers.</param>
sealed record SparseRows(ReadOnlyMemory<int> Offsets, ReadOnlyMemory<int> Columns, ReadOnlyMemory<float> Values)
{
    const string OffsetsSection = "offsets";
    const string ColumnsSection = "columns";
    const string ValuesSection = "values";

    public SparseRow this[int row]
    {
        get
        {
            var (start, end) = (Offsets.Span[row], Offsets.Span[row + 1]);
            return new(Columns.Span[start..end], Values.Span[start..end]);
        }
    }

    /// <summary>All rows but one.</summary>
    public SparseRows Without(int row)
    {
        var (start, end) = (Offsets.Span[row], Offsets.Span[row + 1]);
        int[] offsets = [.. Offsets.Span[..row], .. Offsets.Span[(row + 1)..]];
        foreach (ref var offset in offsets.AsSpan(row)) offset -= end - start;
        return new(
            offsets,
            (int[])[.. Columns.Span[..start], .. Columns.Span[end..]],
            (float[])[.. Values.Span[..start], .. Values.Span[end..]]);
    }

    /// <summary>Rows and places exchanged; each row comes out in ascending order of places.</summary>
    /// <param name="places">How many places there are.</param>
    public SparseRows Transpose(int places)
    {
        var offsets = new int[places + 1];
        foreach (var column in Columns.Span) offsets[column + 1]++;
        for (var place = 0; place < places; place++) offsets[place + 1] += offsets[place];
        var next = offsets.AsSpan(0, places).ToArray();
        var (rows, values) = (new int[Columns.Length], new float[Columns.Length]);
        for (var row = 0; row < Offsets.Length - 1; row++)
        {
            var own = this[row];
            for (var i = 0; i < own.Count; i++)
            {
                var at = next[own.Columns[i]]++;
                (rows[at], values[at]) = (row, own.Values[i]);
            }
        }

        return new(offsets, rows, values);
    }

    /// <summary>Refuses rows that are not in ascending order of places: what walks or halves them would miss numbers without a word.</summary>
    /// <param name="what">What the rows are, for the message.</param>
    public void RequireAscending(string what)
    {
        for (var row = 0; row < Offsets.Length - 1; row++)
        {
            var places = this[row].Columns;
            for (var i = 1; i < places.Length; i++)
            {
                if (places[i] <= places[i - 1]) throw new ModelFileException($"The {what} {row} are not in ascending order.");
            }
        }
    }

    /// <summary>Adds the three sections; the place is theirs alone, or shared with other names.</summary>
    public void Add(ModelFileWriter file)
    {
        file.Add(OffsetsSection, Offsets);
        file.Add(ColumnsSection, Columns);
        file.Add(ValuesSection, Values);
    }

    public static SparseRows Read(ModelFile file, int rows, int places)
    {
        var offsets = file.Section<int>(OffsetsSection, rows + 1L);
        var columns = file.Section<int>(ColumnsSection);
        var values = file.Section<float>(ValuesSection, columns.Length);
        var at = 0;
        foreach (var offset in offsets.Span)
        {
            if (offset < at) throw Contradiction();
            at = offset;
        }

        if (offsets.Span[0] != 0 || at != columns.Length) throw Contradiction();
        foreach (var column in columns.Span)
        {
            if ((uint)column >= (uint)places) throw Contradiction();
        }

        return new(offsets, columns, values);
    }

    static ModelFileException Contradiction() => new("The rows of the model file do not fit together: an offset or a place is out of range.");
}
