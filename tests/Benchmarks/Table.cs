namespace Matinee.Benchmarks;

/// <summary>Rows under headings, as wide as what is in them; the first column stands left, numbers right.</summary>
sealed class Table(params string[] headings)
{
    readonly List<string[]> _rows = [headings];

    /// <exception cref="ArgumentException">There are not as many cells as headings.</exception>
    public void Add(params string[] cells)
    {
        if (cells.Length != _rows[0].Length)
            throw new ArgumentException($"{cells.Length} cells under {_rows[0].Length} headings.", nameof(cells));
        _rows.Add(cells);
    }

    public void Print()
    {
        var widths = Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => row[column].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            Console.WriteLine(string.Join("  ", cells).TrimEnd());
            if (row == _rows[0]) Console.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        }

        Console.WriteLine();
    }
}
